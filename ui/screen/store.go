package screen

import (
	"context"

	"hadir/model"
	"hadir/model/board"
	"hadir/model/hall"
	"hadir/model/sheet"
	"hadir/ui/filing"
)

// Store is all that the screens ask of the storage: the sum of what each declares for itself. *store.Store is one.
type Store interface {
	writer
	recordReader
	eventReader
	programReader
	discussionReader
	evidenceReader
	hallReader
	historyReader
	roomReader
	directory
	draftKeeper
	textWriter
	followUpReader
	tableReader
	filing.Reader
	noticeTeller
	copiesReader
	archiveReader
	savedReader
	fileWriter
	statsReader
	sealReader
	purgeReader
	Settings(ctx context.Context) (model.Settings, error)
}

// sealReader tells of the seal: whether there is one, and whether somebody knows its passphrase or recovery words. Prove takes the better part of
// a second; its error says that it is neither.
type sealReader interface {
	Sealed() bool
	Prove(ctx context.Context, secret string) error
}

// recordReader reads single records, for forms that write what they were shown.
type recordReader interface {
	Record(ctx context.Context, k model.Key) (model.Record, error)
}

// eventReader reads events and what belongs to them.
type eventReader interface {
	Events(ctx context.Context) ([]model.Event, error)
	Event(ctx context.Context, id model.ID) (model.Event, error)
	Sessions(ctx context.Context, event model.ID) ([]model.Session, error)
	Counts(ctx context.Context, event, session model.ID) (model.Counts, error)
	Villages(ctx context.Context) ([]model.Village, error)
	Copied(ctx context.Context, event model.ID) (model.Copied, error)
}

// hallReader reads a session's attendance; the zero session is the one that every event has.
type hallReader interface {
	Hall(ctx context.Context, event, session model.ID) (*hall.Hall, error)
}

// historyReader reads what was done, and works out how to take it back.
type historyReader interface {
	History(ctx context.Context, event model.ID) ([]model.Change, error)
	RecordHistory(ctx context.Context, event, id model.ID) ([]model.Change, error)
	LastAct(ctx context.Context, event model.ID, desk string) ([]model.Change, error)
	ActChanges(ctx context.Context, event, act model.ID) ([]model.Change, error)
	Undo(ctx context.Context, act model.Act, done []model.Change) (changes []model.Change, kept int, err error)
}

// directory reads people across events.
type directory interface {
	People(ctx context.Context) ([]model.Person, error)
	Visits(ctx context.Context, person model.ID) ([]model.Visit, error)
	PersonOfGuest(g model.Guest) model.ID
	SameAs(ctx context.Context, person model.ID) ([]model.ID, error)
}

// draftKeeper keeps what is typed and not saved.
type draftKeeper interface {
	SaveDraft(ctx context.Context, d model.Draft) error
	Drafts(ctx context.Context) ([]model.Draft, error)
	DropDraft(ctx context.Context, id model.ID) error
}

// tableReader reads lists that offices send. What is wrong with a file comes as a *[sheet.FileError].
type tableReader interface {
	ReadTable(ctx context.Context, path, worksheet string) (*sheet.Book, error)
}

// textWriter writes a text for people into a file of its own and gives the path.
type textWriter interface {
	SaveText(ctx context.Context, name, text string) (path string, err error)
}

// followUpReader reads follow-ups, and what they, questions and lists say of institutions and people.
type followUpReader interface {
	Board(ctx context.Context) ([]board.Row, error)
	Action(ctx context.Context, k model.Key) (model.Action, error)
	NextAction(ctx context.Context, event model.ID) (int, error)
	Due(ctx context.Context, today, until string, limit int) (late, soon int, first []model.Action, err error)
	Roles(ctx context.Context, event model.ID) ([]model.Role, error)
	Institutions(ctx context.Context) ([]model.Institution, error)
	Dealings(ctx context.Context, institution string) (model.Dealings, error)
	AskedBy(ctx context.Context, visits []model.Visit) ([]model.Question, []model.Action, error)
}
