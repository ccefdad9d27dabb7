package io.huitai;

import io.huitai.device.Gist;
import io.huitai.device.Picture;
import io.huitai.device.PrintResult;
import io.huitai.device.ReaderEvent;
import io.huitai.device.ReaderSettings;
import io.huitai.device.Readers;
import io.huitai.device.driver.PictureCodes;
import io.huitai.device.driver.Plugged;
import io.huitai.device.driver.ReaderDrivers;
import io.huitai.intake.Bounds;
import io.huitai.intake.Outside;
import io.huitai.intake.Pictures;
import io.huitai.intake.UnfitFile;
import io.huitai.till.settings.ReaderNames;
import io.huitai.till.settings.TillSettings;
import io.huitai.ui.fittings.Words;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `huitai device`: what is plugged in, and whether it reads. Needs no till, and disturbs none but for the device that
/// is tried: one program at a time has a serial port.
@Command(name = "device", description = "List and try readers and printer.", mixinStandardHelpOptions = true)
final class DeviceCommand {
    private static final Duration ANSWER = Duration.ofSeconds(4);
    private static final String PRINTER = "printer";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// One line each: serial ports and card readers of the machine and, with a store, what its settings name and how
    /// that is.
    ///
    /// @return 0, or 1 when a reader that settings name does not answer
    @Command(
            name = "list",
            description = "List what is plugged in and what settings name; exits 1 when a named one does not answer.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--store", paramLabel = "DIR", description = "The store directory.") @Nullable Path store,
            @Mixin InLanguage spoken)
            throws InterruptedException {
        var words = Words.in(spoken.lang());
        for (var port : Plugged.serialPorts()) {
            line(words, "device.list.serial", "serial:" + port.port(), port.description());
        }
        Plugged.cardReaders()
                .ifPresentOrElse(
                        names -> names.forEach(name -> line(words, "device.list.pcsc", "pcsc:" + name)),
                        () -> out().println(words.get("device.loss.NO_SERVICE")));
        return store == null ? 0 : named(settings(store), words);
    }

    private int named(TillSettings settings, Words words) throws InterruptedException {
        line(words, "device.list.printer", settings.printer());
        var standings = standings(ReaderNames.readers(settings));
        for (var each : standings) {
            var reader = each.reader();
            var kind = words.get("device.kind." + reader.kind());
            line(words, "device.list.named", reader.name(), kind, reader.port().toString(), state(each, words));
        }
        var allThere = standings.stream()
                .allMatch(each -> each.state() == Readers.State.READY || each.state() == Readers.State.KEYBOARD);
        return allThere ? 0 : 1;
    }

    /// How readers are once each has had its time to answer.
    private static List<Readers.Standing> standings(List<ReaderSettings> named) throws InterruptedException {
        var heard = new LinkedBlockingQueue<ReaderEvent>();
        try (var readers = Readers.open(named, ReaderDrivers::open)) {
            readers.listen(Runnable::run, heard::add);
            var end = System.nanoTime() + ANSWER.toNanos();
            while (readers.standings().stream().anyMatch(each -> each.state() == Readers.State.OPENING)
                    && System.nanoTime() < end) {
                var _ = heard.poll(100, TimeUnit.MILLISECONDS);
            }
            return readers.standings();
        }
    }

    private static String state(Readers.Standing standing, Words words) {
        return standing.loss()
                .map(loss -> words.get("device.loss." + loss))
                .orElseGet(() -> words.get("device.state." + standing.state()));
    }

    /// Tries one device, or all that settings name, one after the other.
    ///
    /// @return 0, or 1 when one did not read or print
    @Command(
            name = "test",
            description = "Read once from each reader, print a test page; exits 1 when one does not work.",
            mixinStandardHelpOptions = true)
    int test(
            @Option(names = "--store", required = true, paramLabel = "DIR", description = "The store directory.")
                    Path store,
            @Option(names = "--seconds", defaultValue = "30", description = "How long to wait (${DEFAULT-VALUE}).")
                    int seconds,
            @Mixin InLanguage spoken,
            @Parameters(arity = "0..1", paramLabel = "NAME", description = "A reader's name, or printer.") @Nullable
                    String name)
            throws InterruptedException {
        var words = Words.in(spoken.lang());
        var settings = settings(store);
        var readers = ReaderNames.readers(settings).stream()
                .filter(each -> name == null || each.name().equals(name))
                .toList();
        if (readers.isEmpty() && name != null && !name.equals(PRINTER)) {
            throw wrong("No device is called '" + name + "' in " + store.resolve("settings.yaml"));
        }
        var works = true;
        for (var reader : readers) {
            works &= reads(reader, Duration.ofSeconds(seconds), words);
        }
        if (name == null || name.equals(PRINTER)) {
            works &= prints(settings, words);
        }
        return works ? 0 : 1;
    }

    private boolean reads(ReaderSettings named, Duration patience, Words words) throws InterruptedException {
        if (named.port() instanceof ReaderSettings.Port.Keyboard) {
            line(words, "device.test.line", named.name(), words.get("device.test.wedge"));
            return true;
        }
        var heard = new LinkedBlockingQueue<ReaderEvent>();
        try (var reader = ReaderDrivers.open(named, heard::add)) {
            var first = heard.poll(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            if (!(first instanceof ReaderEvent.Connected)) {
                var why = first instanceof ReaderEvent.Disconnected(var _, var loss) ? "loss." + loss : "state.OPENING";
                line(words, "device.test.line", named.name(), words.get("device." + why));
                return false;
            }
            line(words, "device.test.line", named.name(), words.get("device.now"));
            reader.awaited();
            var gist = next(heard, patience);
            var read = gist.map(each -> words.get("device.read." + each.kind(), each.shown()))
                    .orElseGet(() -> words.get("device.test.nothing"));
            line(words, "device.test.line", named.name(), read);
            return gist.filter(each -> each.kind() != Gist.Kind.UNREADABLE).isPresent();
        }
    }

    private static Optional<Gist> next(BlockingQueue<ReaderEvent> heard, Duration patience)
            throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        var gist = Optional.<Gist>empty();
        while (gist.isEmpty() && System.nanoTime() < end) {
            var event = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            gist = Optional.ofNullable(event).flatMap(Gist::of);
        }
        return gist;
    }

    private boolean prints(TillSettings settings, Words words) {
        var result = TestPrint.on(settings);
        var said = result.map(outcome -> switch (outcome) {
                    case PrintResult.Printed _ -> "device.printed";
                    case PrintResult.Failed(var reason) -> "device.print." + reason;
                    case PrintResult.Unknown(var reason) -> "device.print." + reason;
                })
                .orElse("device.screen");
        line(words, "device.test.line", PRINTER, words.get(said));
        return result.filter(outcome -> !(outcome instanceof PrintResult.Printed))
                .isEmpty();
    }

    /// Prints the text of the code in a picture, or what a payment card's is.
    ///
    /// @return 0, or 1 when none can be read
    @Command(
            name = "decode",
            description =
                    "Print the code in a picture: QR, EAN-13, EAN-8, UPC-A, Code 128; exits 1 when there is none.",
            mixinStandardHelpOptions = true)
    int decode(
            @Mixin InLanguage spoken,
            @Parameters(paramLabel = "FILE", description = "A PNG, JPEG, GIF or BMP.") Path file)
            throws IOException {
        var words = Words.in(spoken.lang());
        BufferedImage image;
        try {
            image = Pictures.read(Outside.bytes(file, Bounds.PICTURE_BYTES));
        } catch (UnfitFile unfit) {
            throw wrong(unfit.in(spoken.lang()));
        }
        var width = image.getWidth();
        var height = image.getHeight();
        var code = PictureCodes.read(
                new Picture(width, height, image.getRGB(0, 0, width, height, new int[width * height], 0, width)));
        if (code.isEmpty()) {
            out().println(words.get("device.no-code"));
            return 1;
        }
        var bankCard = Gist.ofCode(code.get()).kind() == Gist.Kind.BANK_CARD;
        out().println(bankCard ? words.get("device.read.BANK_CARD", "") : code.get());
        return 0;
    }

    private TillSettings settings(Path store) {
        if (!Files.exists(store.resolve("settings.yaml"))) {
            throw wrong("There is no till in " + store + ": it has no settings.yaml");
        }
        Logs.into(store);
        return TillSettings.read(store);
    }

    private void line(Words words, String key, Object... places) {
        out().println(words.get(key, places));
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
