package io.huitai.ui.report;

import io.huitai.till.report.Period;
import io.huitai.till.report.Report;
import io.huitai.till.report.ReportKind;
import io.huitai.till.report.Reports;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The report on the screen. It is read elsewhere; asking for another, or for none, ends a reading that is under way.
/// All methods are called on the screen's thread.
final class ReportModel {
    private final Reports reports;
    private final Executor reader;
    private final Executor screen;
    private final Consumer<Throwable> failed;
    private final ReadOnlyObjectWrapper<Optional<Report>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private AtomicBoolean wanted = new AtomicBoolean();

    /// @param reader where reports are read
    /// @param screen brings them back
    ReportModel(Reports reports, Executor reader, Executor screen, Consumer<Throwable> failed) {
        this.reports = reports;
        this.reader = reader;
        this.screen = screen;
        this.failed = failed;
    }

    ReadOnlyObjectProperty<Optional<Report>> report() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    void read(ReportKind kind, Period period) {
        cancel();
        var mine = new AtomicBoolean(true);
        wanted = mine;
        reading.set(true);
        var _ = CompletableFuture.supplyAsync(() -> reports.read(kind, period, mine::get), reader)
                .whenComplete((read, failure) -> screen.execute(() -> {
                    if (mine.get()) {
                        reading.set(false);
                        if (failure == null) {
                            report.set(read);
                        } else {
                            failed.accept(failure);
                        }
                    }
                }));
    }

    /// Nobody waits for it any more; what is on the screen stays.
    void cancel() {
        wanted.set(false);
        reading.set(false);
    }
}
