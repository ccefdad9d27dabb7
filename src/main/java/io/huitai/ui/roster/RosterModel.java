package io.huitai.ui.roster;

import io.huitai.till.club.Roster;
import io.huitai.till.club.RosterFile;
import io.huitai.till.refusal.Refusal;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A roster on its way in, a part at a time, so that bills go on in between; and what became of it.
final class RosterModel {
    private final Errands errands;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<Roster.Progress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Result>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private boolean wanted;
    private boolean enrolling;
    /// Counts the files that were begun: one that is given up while it is read comes to nothing.
    private int begun;

    /// @param whole whether the file was read to its end
    record Result(Roster.Imported imported, boolean whole) {}

    RosterModel(Errands errands, Notices notices) {
        this.errands = errands;
        this.notices = notices;
    }

    /// Empty while no roster is on its way.
    ReadOnlyObjectProperty<Optional<Roster.Progress>> progress() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Result>> result() {
        return result.getReadOnlyProperty();
    }

    /// Whether the till is at it, so that nothing else may be begun.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Enrols the people of a file once somebody has approved it.
    void begin(String file) {
        if (busy.get() || file.isBlank()) {
            return;
        }
        busy.set(true);
        wanted = true;
        result.set(Optional.empty());
        var turn = ++begun;
        errands.desk(desk -> desk.club().roster().isAsked(), _ -> read(file, turn), refusal -> {
            busy.set(false);
            notices.refused(refusal);
        });
    }

    /// Not on the till's thread: a large file takes seconds.
    private void read(String file, int turn) {
        errands.aside(
                () -> RosterFile.read(file),
                roster -> {
                    if (turn == begun && wanted) {
                        enrol(file, roster);
                    }
                },
                () -> {
                    if (turn == begun) {
                        busy.set(false);
                    }
                });
    }

    private void enrol(String file, RosterFile roster) {
        busy.set(true);
        errands.approved(
                words -> words.get("approval.roster", file),
                (desk, approval) -> desk.club().roster().begin(roster, approval),
                enrolling -> {
                    wanted = true;
                    enrolling(enrolling);
                },
                () -> busy.set(false));
    }

    /// Stops: what is being read at once, else after the part that is under way. Whoever is enrolled stays so, and the
    /// same file goes on later.
    void cancel() {
        wanted = false;
        if (!enrolling) {
            begun++;
            busy.set(false);
        }
    }

    private void enrolling(Roster.Enrolling people) {
        enrolling = true;
        next(people);
    }

    private void next(Roster.Enrolling enrolling) {
        busy.set(true);
        errands.desk(
                _ -> enrolling.step(),
                step -> went(enrolling, step),
                refusal -> stopped(enrolling, refusal),
                () -> busy.set(false));
    }

    private void went(Roster.Enrolling enrolling, Roster.Progress step) {
        if (wanted && !step.ended()) {
            progress.set(Optional.of(step));
            next(enrolling);
        } else {
            end(enrolling, step.ended());
        }
    }

    private void stopped(Roster.Enrolling enrolling, Refusal refusal) {
        notices.refused(refusal);
        end(enrolling, false);
    }

    private void end(Roster.Enrolling enrolling, boolean whole) {
        this.enrolling = false;
        progress.set(Optional.empty());
        errands.desk(_ -> new Result(enrolling.imported(), whole), ended -> result.set(Optional.of(ended)));
    }
}
