package model

// Settle is what the register of the question's status is to hold after somebody chose a status, or none (empty), and gave an
// answer or not. It is empty wherever the answers tell the status by themselves, so that an undone answer leaves the question
// open again. A written answer that was owed is sent by answering; what is being followed up stays so.
func (q Question) Settle(chosen QuestionStatus, answers bool) string {
	if chosen == "" {
		switch {
		case !answers || q.Status == QuestionFollowUp || q.Status == QuestionWrittenSent:
			chosen = q.Status
		case q.Status == QuestionWrittenOwed:
			chosen = QuestionWrittenSent
		default:
			chosen = QuestionAnswered
		}
	}
	told := QuestionOpen
	if answers || len(q.Answers) > 0 {
		told = QuestionAnswered
	}
	if chosen == told {
		return ""
	}
	return string(chosen)
}
