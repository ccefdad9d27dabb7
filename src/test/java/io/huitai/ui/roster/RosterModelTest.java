package io.huitai.ui.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Category;
import io.huitai.shop.Lang;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.till.Bills;
import io.huitai.till.Proof;
import io.huitai.till.Roster;
import io.huitai.till.Till;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterModelTest {
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");
    private static final int PEOPLE = 950;

    private final Notices notices = new Notices();
    /// What comes back to the screen, which this test is.
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    private Till till;
    private RosterModel model;

    @BeforeEach
    void open() {
        till = Till.open(
                new Till.Opening(
                        folder.resolve("store"),
                        new StoreId("S001"),
                        new TillId("T1"),
                        OutletKind.RESTAURANT,
                        "baichuanhui",
                        Lang.ZH,
                        false,
                        Optional.of(NOON)),
                InstantSource.fixed(NOON));
        till.perform(desk -> {
                    desk.operators().signIn(new OperatorId("1001"), "1111");
                    return desk.shifts().open(Money.ZERO);
                })
                .join();
        Errands.Approvals supervisor = (_, _, approved) -> approved.accept(
                new Errands.Asked(new Proof.Pin(new OperatorId("2001"), "2222"), () -> {}, notices::refused));
        model = new RosterModel(
                new Errands(CompletableFuture.completedFuture(till), screen::add, notices, supervisor), notices);
    }

    @AfterEach
    void close() {
        till.close();
    }

    private String roster() throws IOException {
        var lines = new StringBuilder("company,name,phone,document,level\n");
        for (var i = 1; i <= PEOPLE; i++) {
            lines.append("蓝海集团,人").append(i).append(",1390000").append(1000 + i);
            lines.append(",E").append(10_000_000 + i).append(i == 1 ? ",boss\n" : ",senior\n");
        }
        return Files.writeString(folder.resolve("roster.csv"), lines).toString();
    }

    private void until(BooleanSupplier claim) {
        try {
            while (!claim.getAsBoolean()) {
                var next = screen.poll(20, TimeUnit.SECONDS);
                assertThat(next).as("something comes back").isNotNull();
                next.run();
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private RosterModel.Result result() {
        until(() -> model.result().get().isPresent());
        return model.result().get().orElseThrow();
    }

    @Test
    void aRosterGoesInPartByPartAndTellsTheBadLines() throws IOException {
        model.begin(roster());
        until(() -> model.progress().get().isPresent());
        assertThat(model.progress().get()).contains(new Roster.Progress(200, PEOPLE, false));
        assertThat(model.busy().get()).isTrue();

        var result = result();
        assertThat(result.whole()).isTrue();
        assertThat(result.imported().enrolled()).isEqualTo(PEOPLE - 1);
        assertThat(result.imported().rejected())
                .singleElement()
                .satisfies(line -> assertThat(line.row()).isEqualTo(2));
        assertThat(model.progress().get()).isEmpty();
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void billsGoOnBetweenTheParts() throws IOException {
        model.begin(roster());
        until(() -> model.progress().get().isPresent());
        till.perform(desk -> desk.bills()
                        .add(
                                new Bills.OpenItem("x", new Category("food"), Money.parse("1.00")),
                                Quantity.ONE,
                                Bills.LineExtras.NONE))
                .join();

        assertThat(model.result().get()).isEmpty();
        assertThat(result().imported().enrolled()).isEqualTo(PEOPLE - 1);
    }

    @Test
    void whatIsStoppedGoesOnWithTheSameFile() throws IOException {
        var file = roster();
        model.begin(file);
        until(() -> model.progress().get().isPresent());
        model.cancel();
        var stopped = result();
        assertThat(stopped.whole()).isFalse();
        assertThat(stopped.imported().enrolled()).isBetween(199L, 599L);

        model.begin(file);
        var rest = result();
        assertThat(rest.whole()).isTrue();
        assertThat(stopped.imported().enrolled() + rest.imported().enrolled()).isEqualTo(PEOPLE - 1);
    }

    @Test
    void whoSignsOutMeanwhileStopsItAndIsTold() throws IOException {
        model.begin(roster());
        until(() -> model.progress().get().isPresent());
        till.perform(desk -> {
                    desk.operators().signOut();
                    return desk.now();
                })
                .join();

        assertThat(result().whole()).isFalse();
        assertThat(notices.current().get().orElseThrow().kind()).isEqualTo(Notices.Kind.ERROR);
    }

    @Test
    void aFileThatIsNoneIsRefusedAndAnotherCanBeTried() throws IOException {
        model.begin(folder.resolve("nothing.csv").toString());
        until(() -> notices.current().get().isPresent());
        assertThat(model.busy().get()).isFalse();

        model.begin(roster());
        assertThat(result().whole()).isTrue();
    }
}
