package io.huitai.ui;

import io.huitai.shop.Lang;
import io.huitai.shop.OutletKind;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.settings.Opening;
import io.huitai.till.settings.TillSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// A test at the real window: a till of its own in a folder that goes with the test, and hands at it.
abstract class WindowTest {
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 768;

    @TempDir
    private Path disk;

    private final List<Till> tills = new ArrayList<>();
    private int stores;
    private Optional<Stage> stage = Optional.empty();
    private Optional<Till> till = Optional.empty();
    private Optional<Front> front = Optional.empty();
    private Optional<Hands> hands = Optional.empty();

    @BeforeEach
    final void openStage() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        stage = Optional.of(Hands.onScreen(Stage::new));
    }

    @AfterEach
    final void closeWindowAndTills() {
        Hands.onScreen(() -> {
            stage().close();
            return true;
        });
        tills.forEach(Till::close);
    }

    final Stage stage() {
        return stage.orElseThrow();
    }

    final Till till() {
        return till.orElseThrow();
    }

    final Front front() {
        return front.orElseThrow();
    }

    final Hands hands() {
        return hands.orElseThrow();
    }

    /// A training store that is not there yet.
    final Opening opening(String programme, OutletKind kind, Optional<Instant> now) {
        var usual = TrainingTills.opening(disk.resolve("store" + ++stores), programme, now);
        return new Opening(usual.directory(), usual.store(), usual.till(), kind, programme, Lang.ZH, false, now);
    }

    final Opening opening(String programme) {
        return opening(programme, OutletKind.RESTAURANT, Optional.empty());
    }

    /// A till on the store, closed when the test is over.
    final Till open(Opening opening, InstantSource wall) {
        var open = Till.open(opening, wall);
        tills.add(open);
        return open;
    }

    final Till open(Opening opening) {
        return open(opening, InstantSource.system());
    }

    /// Makes the store, its settings as somebody has edited them.
    static void edit(Opening opening, UnaryOperator<String> settings) {
        Till.open(opening, InstantSource.system()).close();
        var file = opening.directory().resolve(TillSettings.FILE);
        try {
            Files.writeString(file, settings.apply(Files.readString(file)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The window on a till, at its sign-in screen.
    final Hands show(Till shown, Surroundings around) {
        var clock = new AtomicLong();
        return show(shown, around, clock, clock::get);
    }

    /// The same by a clock that goes by itself, which no hands can turn.
    final Hands showByTheMachinesClock(Till shown) {
        return show(shown, Surroundings.alone(), new AtomicLong(), System::nanoTime);
    }

    private Hands show(Till shown, Surroundings around, AtomicLong clock, LongSupplier nanos) {
        till = Optional.of(shown);
        front = Optional.of(Hands.onScreen(() -> {
            var made = new Front(CompletableFuture.completedFuture(shown), around, Lang.ZH, nanos);
            stage().setScene(made.scene());
            stage().setWidth(WIDTH);
            stage().setHeight(HEIGHT);
            stage().show();
            return made;
        }));
        var made = new Hands(front(), shown, clock);
        hands = Optional.of(made);
        return made;
    }

    final Hands show(Till shown) {
        return show(shown, Surroundings.alone());
    }

    /// The window on a till of its own, which is closed with it, and a shift open.
    private OpenWindow window(Opening opening) {
        var opened = Till.open(opening, InstantSource.system());
        show(opened).signInAndOpenShift();
        return new OpenWindow(opened, hands());
    }

    final OpenWindow window(String programme, OutletKind kind, Optional<Instant> now) {
        return window(opening(programme, kind, now));
    }

    final OpenWindow window(String programme) {
        return window(programme, OutletKind.RESTAURANT, Optional.empty());
    }

    /// The same in a house that asks for proofs and approvals as one that sells.
    final OpenWindow asking(String programme) {
        var opening = opening(programme);
        edit(opening, written -> written.replaceAll("(approveCards|askProof|signedIn): false", "$1: true"));
        return window(opening);
    }
}
