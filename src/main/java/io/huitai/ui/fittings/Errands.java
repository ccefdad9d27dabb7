package io.huitai.ui.fittings;

import io.huitai.shop.Role;
import io.huitai.till.Desk;
import io.huitai.till.Till;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.book.GuestProof;
import io.huitai.till.book.Proof;
import io.huitai.till.refusal.Refusal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends work to the till's thread and brings the answer back to the screen's. The one way in which screens reach the
/// till; all methods are called on the screen's thread, and none of them waits.
public final class Errands {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private static final Executor ASIDE =
            work -> Thread.ofPlatform().daemon().name("aside").start(work);

    private final CompletableFuture<Till> till;
    private final Executor screen;
    private final Notices notices;
    private final Approvals approvals;
    private final ReadOnlyIntegerWrapper under = new ReadOnlyIntegerWrapper();

    /// Asks a supervisor at the cashier's screen.
    @FunctionalInterface
    public interface Approvals {
        /// @param what is to be approved, in words
        /// @param approved called with every attempt; `Asked.accepted` ends it
        void ask(Role needed, Function<Words, String> what, Consumer<Asked> approved);

        /// Asks the guest to prove who they are, or a supervisor to say so.
        ///
        /// @param shown called with every attempt
        default void prove(Role needed, Function<Words, String> what, Consumer<Proving> shown) {
            ask(
                    needed,
                    what,
                    asked -> shown.accept(new Proving(
                            Optional.empty(), Optional.of(asked.proof()), asked.accepted(), asked.denied())));
        }
    }

    /// One attempt of a guest to prove who they are, and how it ended.
    ///
    /// @param shown by the guest
    /// @param word of a supervisor
    public record Proving(
            Optional<GuestProof.Shown> shown, Optional<Proof> word, Runnable accepted, Consumer<Refusal> denied) {}

    /// One attempt at an approval, and how it ended.
    ///
    /// @param accepted call when it was good: the sheet may go
    /// @param denied call when it was not: the sheet stays and says why
    public record Asked(Proof proof, Runnable accepted, Consumer<Refusal> denied) {}

    /// @param till may still be opening: work then waits for it
    /// @param screen brings answers to the screen's thread
    public Errands(CompletableFuture<Till> till, Executor screen, Notices notices, Approvals approvals) {
        this.till = till;
        this.screen = screen;
        this.notices = notices;
        this.approvals = approvals;
    }

    /// How many errands are under way.
    public ReadOnlyIntegerProperty under() {
        return under.getReadOnlyProperty();
    }

    /// Does something at the desk; a refusal is shown to the cashier.
    public <T> void desk(Function<Desk, T> work, Consumer<T> then) {
        desk(work, then, notices::refused);
    }

    /// Does something at the desk; the caller hears of a refusal.
    public <T> void desk(Function<Desk, T> work, Consumer<T> then, Consumer<Refusal> refused) {
        desk(work, then, refused, () -> {});
    }

    /// Does something at the desk that must not be asked twice at a time; a refusal is shown to the cashier.
    ///
    /// @param ended called before anything else, however it ended
    public <T> void desk(Function<Desk, T> work, Consumer<T> then, Runnable ended) {
        desk(work, then, notices::refused, ended);
    }

    /// The same for what must not be asked twice at a time.
    ///
    /// @param ended called before anything else, however it ended
    public <T> void desk(Function<Desk, T> work, Consumer<T> then, Consumer<Refusal> refused, Runnable ended) {
        under.set(under.get() + 1);
        var _ = till.thenCompose(open -> open.perform(work))
                .whenComplete((answer, failure) -> screen.execute(() -> {
                    under.set(under.get() - 1);
                    ended.run();
                    if (failure == null) {
                        then.accept(answer);
                    } else {
                        failed(failure, refused);
                    }
                }));
    }

    /// Does something that may need a supervisor: tried without, and again with what is shown on the approval sheet,
    /// good for what was tried only.
    public <T> void approved(Function<Words, String> what, BiFunction<Desk, Approver, T> work, Consumer<T> then) {
        approved(what, work, then, () -> {});
    }

    /// The same for what must not be asked twice at a time.
    ///
    /// @param ended called when the attempt without a supervisor is over, however it ended
    public <T> void approved(
            Function<Words, String> what, BiFunction<Desk, Approver, T> work, Consumer<T> then, Runnable ended) {
        proven(what, (desk, proof) -> work.apply(desk, proof.approver()), then, ended);
    }

    /// What is to be approved: what the cashier did, and what it does.
    private static Function<Words, String> told(Function<Words, String> what, Refusal refusal) {
        return words -> {
            var step = refusal.told().map(told -> told.in(words.lang())).orElse("");
            return step.isEmpty() ? what.apply(words) : what.apply(words) + "\n" + step;
        };
    }

    /// Does something that uses what is a member's, and so may need the guest to prove who they are; else as what needs
    /// a supervisor.
    ///
    /// @param ended called when the attempt without a proof is over, however it ended
    public <T> void proven(
            Function<Words, String> what, BiFunction<Desk, GuestProof, T> work, Consumer<T> then, Runnable ended) {
        desk(desk -> work.apply(desk, GuestProof.NONE), then, refusal -> ask(refusal, what, work, then), ended);
    }

    private <T> void ask(
            Refusal refusal, Function<Words, String> what, BiFunction<Desk, GuestProof, T> work, Consumer<T> then) {
        if (refusal.step().isEmpty()) {
            notices.refused(refusal);
            return;
        }
        var step = refusal.step().get();
        var needed = refusal.needs().orElse(Role.SUPERVISOR);
        Consumer<Proving> tried = proving -> {
            var given = proving.word().map(proof -> new ApprovalGiven(proof, step));
            desk(
                    desk -> work.apply(desk, new GuestProof(proving.shown(), () -> given)),
                    answer -> {
                        proving.accepted().run();
                        then.accept(answer);
                    },
                    again -> {
                        if (again.step().filter(next -> !next.equals(step)).isPresent()) {
                            proving.accepted().run(); // it was good for what it was shown for, and now there is more
                            ask(again, what, work, then);
                        } else {
                            proving.denied().accept(again);
                        }
                    });
        };
        if (refusal.provable().isPresent()) {
            approvals.prove(needed, told(what, refusal), tried);
        } else {
            approvals.ask(
                    needed,
                    told(what, refusal),
                    asked -> tried.accept(new Proving(
                            Optional.empty(), Optional.of(asked.proof()), asked.accepted(), asked.denied())));
        }
    }

    /// Does something that takes its time and needs no till, as reading a file: on a thread of its own, so that neither
    /// screen nor till waits.
    ///
    /// @param ended called before anything else, however it ended
    public <T> void aside(Supplier<T> work, Consumer<T> then, Runnable ended) {
        under.set(under.get() + 1);
        var _ = CompletableFuture.supplyAsync(work, ASIDE)
                .whenComplete((answer, failure) -> screen.execute(() -> {
                    under.set(under.get() - 1);
                    ended.run();
                    if (failure == null) {
                        then.accept(answer);
                    } else {
                        failed(failure, notices::refused);
                    }
                }));
    }

    /// Says that something did not work, and why where that is known.
    public void failed(Throwable failure) {
        failed(failure, notices::refused);
    }

    private void failed(Throwable failure, Consumer<Refusal> refused) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Refusal refusal) {
            refused.accept(refusal);
        } else {
            LOG.error("The till could not do what the window asked", cause);
            notices.say(Notices.Kind.ERROR, "window.broken");
        }
    }
}
