package index

// top keeps the best of what was found: a heap with the worst of them on top.
type top struct {
	limit int
	found []ranked
}

type ranked struct {
	source int
	doc    uint32 // within its source
	order  uint32 // its number in the index: of two that are as good, the later one comes first
	groups uint8
	whole  bool
	score  float64
}

func (a ranked) better(b ranked) bool {
	switch {
	case a.whole != b.whole:
		return a.whole
	case a.score != b.score:
		return a.score > b.score
	}
	return a.order > b.order
}

func (t *top) add(r ranked) {
	if len(t.found) < t.limit {
		t.found = append(t.found, r)
		for i := len(t.found) - 1; i > 0; {
			up := (i - 1) / 2
			if !t.found[up].better(t.found[i]) {
				break
			}
			t.found[up], t.found[i] = t.found[i], t.found[up]
			i = up
		}
		return
	}
	if t.limit == 0 || !r.better(t.found[0]) {
		return
	}
	t.found[0] = r
	t.sink(0)
}

// sink puts one that has become better in its place.
func (t *top) sink(i int) {
	for {
		worst := i
		for _, c := range [...]int{2*i + 1, 2*i + 2} {
			if c < len(t.found) && t.found[worst].better(t.found[c]) {
				worst = c
			}
		}
		if worst == i {
			return
		}
		t.found[worst], t.found[i] = t.found[i], t.found[worst]
		i = worst
	}
}

// wants reports whether something that good may be among the best; of what is as good, the later documents come first.
func (t *top) wants(whole bool, score float64) bool {
	if len(t.found) < t.limit {
		return true
	}
	if t.limit == 0 {
		return false
	}
	worst := t.found[0]
	return whole != worst.whole && whole || whole == worst.whole && score >= worst.score
}

// put is add for a document that may be there already.
func (t *top) put(r ranked) {
	for i := range t.found {
		if t.found[i].order != r.order {
			continue
		}
		if r.score > t.found[i].score {
			t.found[i] = r
			t.sink(i)
		}
		return
	}
	t.add(r)
}
