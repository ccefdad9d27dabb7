package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.SystemDisk;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.CardNumber;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Sku;
import io.huitai.shop.TenderType;
import io.huitai.store.BesideTheTill;
import io.huitai.till.bill.Bills;
import io.huitai.till.sale.Sales;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What an act costs in things that can be counted on any machine: pricings, statements that H2 executes, forces of the
/// journal.
class ActCostTest {
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");
    private static final String CARD = "9988000000000015";
    private static final Logger PRICER = (Logger) LoggerFactory.getLogger("io.huitai.till.bill.Pricer");

    @TempDir
    private Path store;

    private final AtomicInteger forces = new AtomicInteger();
    private final ListAppender<ILoggingEvent> pricings = new ListAppender<>();

    private record Cost(int pricings, long statements, int forces) {}

    @BeforeEach
    void listen() {
        pricings.start();
        PRICER.setLevel(Level.TRACE);
        PRICER.addAppender(pricings);
    }

    @AfterEach
    void listenNoMore() {
        PRICER.detachAppender(pricings);
        PRICER.setLevel(null);
    }

    @Test
    void anActPricesOnceReadsLittleAndForcesOnce() throws SQLException {
        var opening = TrainingTills.opening(store, "standard-card", Optional.of(NOON));
        try (var till = Till.open(opening, InstantSource.fixed(NOON), () -> 0, counting(new SystemDisk()));
                var h2 = BesideTheTill.counting(store)) {
            cost(till, h2, desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
            cost(till, h2, desk -> desk.shift().shifts().open(Money.ZERO));
            for (var sale = 0; sale < 3; sale++) { // the first one reads what the others have at hand
                var attached = cost(till, h2, desk -> desk.bill().readings().card(new CardNumber(CARD)));
                var scanned = cost(till, h2, desk -> desk.bill().readings().scan("L001"));
                var added = cost(
                        till,
                        h2,
                        desk -> desk.bill().bills().add(new Sku("L002"), Quantity.ONE, Bills.LineExtras.NONE));
                var paid = cost(
                        till,
                        h2,
                        desk -> desk.sale().sales().tender(new Sales.Payment(TenderType.CASH, Optional.empty(), "")));
                if (sale > 0) {
                    assertThat(attached).isEqualTo(new Cost(1, 6, 0)); // the card, and the latest receipts once more
                    assertThat(scanned).isEqualTo(new Cost(1, 4, 0)); // the fact, the progress, two commits
                    assertThat(added).isEqualTo(new Cost(1, 4, 0));
                    assertThat(paid).isEqualTo(new Cost(1, 10, 1));
                }
            }
        }
    }

    /// Rows that somebody changed under the till are not built upon.
    @Test
    void aViewThatIsNotAsItWasIsBuiltAnew() throws SQLException {
        var opening = TrainingTills.opening(store, "standard-card", Optional.of(NOON));
        try (var till = Till.open(opening, InstantSource.fixed(NOON))) {
            till.perform(desk -> desk.operators().signIn(new OperatorId("1001"), "1111"))
                    .join();
            till.perform(desk -> desk.shift().shifts().open(Money.ZERO)).join();
            try (var h2 = BesideTheTill.counting(store);
                    var statement = h2.createStatement()) {
                statement.execute("drop trigger shift_bond");
                statement.execute("delete from shift");
                statement.execute("update progress set number = number - 1 where source = 'journal'");
            }
            till.perform(desk -> desk.bill().readings().scan("L001")).join();
            assertThat(till.perform(desk -> desk.shift().shifts().x().shift()).join())
                    .isEqualTo(1);
            assertThat(till.perform(desk -> desk.bill().bills().view().items().size())
                            .join())
                    .isEqualTo(1);
        }
    }

    private Cost cost(Till till, Connection h2, Function<Desk, ?> act) throws SQLException {
        pricings.list.clear();
        forces.set(0);
        var before = executed(h2);
        till.perform(act::apply).join();
        return new Cost(pricings.list.size(), executed(h2) - before, forces.get());
    }

    private static long executed(Connection h2) throws SQLException {
        try (var statement = h2.createStatement();
                var sum = statement.executeQuery("select sum(execution_count) from information_schema.query_statistics "
                        + "where sql_statement not like '%query_statistics%'")) {
            assertThat(sum.next()).isTrue();
            return sum.getLong(1);
        }
    }

    private Disk counting(Disk disk) {
        return counting(Disk.class, disk);
    }

    private <T> T counting(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, given) -> {
            if (method.getName().equals("force")) {
                forces.incrementAndGet();
            }
            try {
                var answer = method.invoke(real, given);
                return answer instanceof Disk.Opened opened ? counting(Disk.Opened.class, opened) : answer;
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }));
    }
}
