package store

import (
	"context"
	"errors"
	"testing"

	"hadir/model"
)

func TestCopiedReadsWhatBelongsToTheEventAndWasNotRemoved(t *testing.T) {
	ctx, s := context.Background(), newDesk(t)
	event, act := model.ID{1}, s.act(model.VerbCreate)
	gone := []model.Set{model.Write(model.GuestName, "Dicoret"), model.Write(model.Removed, "1")}
	s.apply(
		act.Change(model.EventKey(event), model.Write(model.EventTheme, "Tema")),
		act.Change(model.SessionKey(event, model.ID{2}), model.Write(model.SessionName, "Hari 2")),
		act.Change(model.SessionKey(event, model.ID{3}), model.Write(model.SessionName, "Batal"), model.Write(model.Removed, "1")),
		act.Change(model.RoleKey(event, model.ID{4}), model.Write(model.RoleName, "Ridwan")),
		act.Change(model.AgendaItemKey(event, model.ID{5}), model.Write(model.AgendaTitle, "Pembukaan")),
		act.Change(model.GuestKey(event, model.ID{6}), model.Write(model.GuestName, "Suyatno")),
		act.Change(model.GuestKey(event, model.ID{7}), gone...),
		act.Change(model.GuestKey(model.ID{9}, model.ID{8}), model.Write(model.GuestName, "Dari kegiatan lain")),
	)
	got, err := s.Copied(ctx, event)
	if err != nil {
		t.Fatal(err)
	}
	if got.Event.Get(model.EventTheme) != "Tema" || got.NIK {
		t.Errorf("the event is %v, NIK %v", got.Event, got.NIK)
	}
	if len(got.Sessions) != 1 || len(got.Roles) != 1 || len(got.Agenda) != 1 || len(got.Guests) != 1 || got.Guests[0].Name != "Suyatno" {
		t.Errorf("%d sessions, %d roles, %d items, guests %v", len(got.Sessions), len(got.Roles), len(got.Agenda), got.Guests)
	}
	if _, err := s.Copied(ctx, model.ID{99}); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("an event that is not there gives %v", err)
	}
}
