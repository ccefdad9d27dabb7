package io.huitai.ui.fittings;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Category;
import io.huitai.shop.Lang;
import io.huitai.shop.OperatorId;
import io.huitai.shop.TenderType;
import io.huitai.till.Desk;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.bill.Bills;
import io.huitai.till.sale.Sales;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// A training till with a shift open, for models without a window: what comes back from the till waits until the test
/// looks.
public final class Counter implements AutoCloseable {
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");

    private final Till till;
    private final LinkedBlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private final Notices notices = new Notices();
    private final Errands errands;

    public Counter(Path store) {
        this(store, "standard-card");
    }

    public Counter(Path store, String programme) {
        this(store, programme, (_, _, _) -> {});
    }

    public Counter(Path store, String programme, Errands.Approvals approvals) {
        till = Till.open(TrainingTills.opening(store, programme, Optional.of(NOON)), InstantSource.fixed(NOON));
        errands = new Errands(CompletableFuture.completedFuture(till), answers::add, notices, approvals);
        at(desk -> {
            desk.operators().signIn(new OperatorId("1001"), "1111");
            return desk.shift().shifts().open(Money.ZERO);
        });
    }

    public Errands errands() {
        return errands;
    }

    public Notices notices() {
        return notices;
    }

    public Till till() {
        return till;
    }

    /// Something done at the desk beside the model.
    public <T> T at(Function<Desk, T> work) {
        return till.perform(work).join();
    }

    /// Lets the model hear of all that it has asked for.
    public void settle() {
        try {
            while (errands.under().get() > 0) {
                answers.take().run();
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /// Lets the model hear what comes until something holds.
    public void until(BooleanSupplier claim) {
        try {
            while (!claim.getAsBoolean()) {
                var next = answers.poll(20, TimeUnit.SECONDS);
                assertThat(next).as("something comes back").isNotNull();
                next.run();
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /// A bill of one open item that a company pays by account.
    public static void charge(Till till, String company, String amount) {
        till.perform(desk -> {
                    desk.bill()
                            .bills()
                            .add(
                                    new Bills.OpenItem("x", new Category("food"), Money.parse(amount)),
                                    Quantity.ONE,
                                    Bills.LineExtras.NONE);
                    return desk.sale()
                            .sales()
                            .tender(new Sales.Payment(
                                    TenderType.ACCOUNT,
                                    Optional.empty(),
                                    "",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(company)));
                })
                .join();
    }

    public String said() {
        return notices.current()
                .get()
                .map(notice -> notice.text().apply(Words.in(Lang.ZH)))
                .orElse("");
    }

    @Override
    public void close() {
        till.close();
    }
}
