package io.huitai.ui.roster;

import io.huitai.till.Refusal;
import io.huitai.till.Roster;
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
        result.set(Optional.empty());
        errands.approved(
                words -> words.get("approval.roster", file),
                (desk, approval) -> desk.roster().begin(file, approval),
                enrolling -> {
                    wanted = true;
                    next(enrolling);
                },
                () -> busy.set(false));
    }

    /// Stops after the part that is under way. Whoever is enrolled stays so, and the same file goes on later.
    void cancel() {
        wanted = false;
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
        progress.set(Optional.empty());
        errands.desk(
                _ -> {
                    enrolling.close();
                    return new Result(enrolling.imported(), whole);
                },
                ended -> result.set(Optional.of(ended)));
    }
}
