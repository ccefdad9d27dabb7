package io.huitai.ui.device;

import io.huitai.device.Gist;
import io.huitai.device.PrintResult;
import io.huitai.device.ReaderEvent;
import io.huitai.device.Readers;
import io.huitai.ui.fittings.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// The devices with how they are, and what they read when they are tried out. Knows no nodes.
final class DevicesModel {
    static final String PRINTER = "printer";
    static final String WEDGE = "wedge";

    private final Devices devices;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<List<Readers.Standing>> standings = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableMap<String, Function<Words, String>> said = FXCollections.observableHashMap();

    DevicesModel(Devices devices, Executor screen) {
        this.devices = devices;
        this.screen = screen;
        refresh();
    }

    ReadOnlyObjectProperty<List<Readers.Standing>> standings() {
        return standings.getReadOnlyProperty();
    }

    /// What a device said last, empty before it has been tried.
    ObservableValue<Function<Words, String>> saidBy(String device) {
        return Bindings.createObjectBinding(() -> said.getOrDefault(device, _ -> ""), said);
    }

    void refresh() {
        standings.set(devices.atHand().standings());
    }

    /// Asks for a reading.
    void test(String reader) {
        said.put(reader, words -> words.get("device.now"));
        devices.atHand().awaited(reader);
    }

    void testPrinter() {
        said.put(PRINTER, words -> words.get("device.printing"));
        var _ = devices.testPage()
                .get()
                .whenComplete((result, failure) -> screen.execute(() ->
                        said.put(PRINTER, failure == null ? printed(result) : words -> words.get("window.broken"))));
    }

    private static Function<Words, String> printed(Optional<PrintResult> result) {
        return words -> result.map(outcome -> switch (outcome) {
                    case PrintResult.Printed _ -> words.get("device.printed");
                    case PrintResult.Failed(var reason) -> words.get("device.print." + reason);
                    case PrintResult.Unknown(var reason) -> words.get("device.print." + reason);
                })
                .orElseGet(() -> words.get("device.screen"));
    }

    void heard(ReaderEvent event) {
        Gist.of(event).ifPresent(gist -> read(event.reader(), gist));
        refresh();
    }

    void read(String device, Gist gist) {
        said.put(device, words -> text(gist, words));
    }

    static String text(Gist gist, Words words) {
        return words.get("device.read." + gist.kind(), gist.shown());
    }
}
