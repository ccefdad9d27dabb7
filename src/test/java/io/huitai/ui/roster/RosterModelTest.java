package io.huitai.ui.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Category;
import io.huitai.shop.OperatorId;
import io.huitai.till.bill.Bills;
import io.huitai.till.book.Proof;
import io.huitai.till.club.Roster;
import io.huitai.ui.fittings.Counter;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterModelTest {
    private static final int PEOPLE = 950;

    @TempDir
    private Path folder;

    private Counter counter;
    private RosterModel model;

    @BeforeEach
    void open() {
        counter = new Counter(
                folder.resolve("store"),
                "baichuanhui",
                (_, _, approved) -> approved.accept(
                        new Errands.Asked(new Proof.Pin(new OperatorId("2001"), "2222"), () -> {}, _ -> {})));
        model = new RosterModel(counter.errands(), counter.notices());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private String roster() throws IOException {
        var lines = new StringBuilder("company,name,phone,document,level\n");
        for (var i = 1; i <= PEOPLE; i++) {
            lines.append("蓝海集团,人").append(i).append(",1390000").append(1000 + i);
            lines.append(",E").append(10_000_000 + i).append(i == 1 ? ",boss\n" : ",senior\n");
        }
        return Files.writeString(folder.resolve("roster.csv"), lines).toString();
    }

    private RosterModel.Result result() {
        counter.until(() -> model.result().get().isPresent());
        return model.result().get().orElseThrow();
    }

    @Test
    void aRosterGoesInPartByPartAndTellsTheBadLines() throws IOException {
        model.begin(roster());
        counter.until(() -> model.progress().get().isPresent());
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
        counter.until(() -> model.progress().get().isPresent());
        counter.at(desk -> desk.bill()
                .bills()
                .add(
                        new Bills.OpenItem("x", new Category("food"), Money.parse("1.00")),
                        Quantity.ONE,
                        Bills.LineExtras.NONE));

        assertThat(model.result().get()).isEmpty();
        assertThat(result().imported().enrolled()).isEqualTo(PEOPLE - 1);
    }

    @Test
    void whatIsStoppedGoesOnWithTheSameFile() throws IOException {
        var file = roster();
        model.begin(file);
        counter.until(() -> model.progress().get().isPresent());
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
        counter.until(() -> model.progress().get().isPresent());
        counter.at(desk -> {
            desk.operators().signOut();
            return desk.now();
        });

        assertThat(result().whole()).isFalse();
        assertThat(counter.notices().current().get().orElseThrow().kind()).isEqualTo(Notices.Kind.ERROR);
    }

    @Test
    void aFileThatIsNoneIsRefusedAndAnotherCanBeTried() throws IOException {
        model.begin(folder.resolve("nothing.csv").toString());
        counter.until(() -> counter.notices().current().get().isPresent());
        assertThat(model.busy().get()).isFalse();

        model.begin(roster());
        assertThat(result().whole()).isTrue();
    }

    /// The till is busy with a bill while the file is read, and the file while the till is.
    @Test
    void aFileIsReadBesideTheTill() throws IOException, InterruptedException {
        var file = roster();
        var reached = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        model.begin(file);
        counter.until(() -> counter.errands().under().get() == 1); // the till was asked; the file is being read
        var busy = counter.till().perform(_ -> {
            reached.countDown();
            return await(go);
        });
        reached.await();
        counter.until(() -> counter.errands().under().get() == 1); // read, and the till is asked again
        go.countDown();
        assertThat(busy.join()).isTrue();
        assertThat(result().imported().enrolled()).isEqualTo(PEOPLE - 1);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void whatIsStoppedWhileItIsReadEnrolsNobody() throws IOException {
        model.begin(roster());
        model.cancel();
        assertThat(model.busy().get()).isFalse();
        counter.settle();
        assertThat(model.result().get()).isEmpty();
        assertThat(model.progress().get()).isEmpty();

        model.begin(roster());
        assertThat(result().imported().enrolled()).isEqualTo(PEOPLE - 1);
    }
}
