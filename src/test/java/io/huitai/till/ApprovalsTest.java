package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Category;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.StepDigest;
import io.huitai.shop.TenderType;
import io.huitai.till.bill.Bills;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Proof;
import io.huitai.till.club.Members;
import io.huitai.till.refund.Refunds;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.sale.Sales;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An approval is good once and for exactly what was shown; whatever else it is held against, nothing moves.
class ApprovalsTest {
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");
    private static final OperatorId SUPERVISOR = new OperatorId("2001");
    private static final Proof PIN = new Proof.Pin(SUPERVISOR, "2222");
    private static final CardNumber SUPERVISORS_CARD = new CardNumber("9988000100002002");
    private static final CardNumber MANAGERS_CARD = new CardNumber("9988000100003000");
    private static final CardNumber MEMBERS_CARD = new CardNumber("9988000000000015");

    @TempDir
    private Path store;

    private Instant wall = NOON;

    @Test
    void anApprovalIsGoodOnce() {
        try (var till = selling("standard-card")) {
            var given = new ApprovalGiven(SUPERVISOR, "2222");
            ask(till, desk -> desk.shift().shifts().noSale("换零钱", () -> Optional.of(given)));
            refusesAndNothingMoves(till, desk -> desk.shift().shifts().noSale("换零钱", () -> Optional.of(given)));

            var shown = shown(till, desk -> cashOut(desk, "10.00", Approver.NOBODY));
            var bound = new ApprovalGiven(PIN, shown);
            ask(till, desk -> cashOut(desk, "10.00", () -> Optional.of(bound)));
            refusesAndNothingMoves(till, desk -> cashOut(desk, "10.00", () -> Optional.of(bound)));
        }
    }

    @Test
    void theEntryHoldsWhoApprovedAndTheDigestOfWhatWasShown() {
        try (var till = selling("standard-card")) {
            var shown = shown(till, desk -> cashOut(desk, "10.00", Approver.NOBODY));
            ask(till, desk -> cashOut(desk, "10.00", by(PIN, shown)));
            assertThat(store.resolve("journal/0000000000000001.jsonl"))
                    .content()
                    .contains("\"approval\":{\"by\":\"2001\",\"role\":\"supervisor\",\"step\":\"" + shown + "\"}");
        }
    }

    @Test
    void aWrongPinUsesItsApprovalUpToo() {
        try (var till = selling("standard-card")) {
            var wrong = new ApprovalGiven(SUPERVISOR, "0");
            assertThat(refusal(till, desk -> cashOut(desk, "10.00", () -> Optional.of(wrong))))
                    .isEqualTo(ErrorCode.APPROVAL_DENIED);
            refusesAndNothingMoves(till, desk -> cashOut(desk, "10.00", () -> Optional.of(wrong)));
        }
    }

    @Test
    void anApprovalIsForNothingButWhatWasShown() {
        try (var till = selling("standard-card")) {
            var ten = shown(till, desk -> cashOut(desk, "10.00", Approver.NOBODY));
            refusesAndNothingMoves(till, desk -> cashOut(desk, "20.00", by(PIN, ten)));
            refusesAndNothingMoves(
                    till, desk -> desk.shift().shifts().cashOut(Money.parse("10.00"), "别的", by(PIN, ten)));
            refusesAndNothingMoves(till, desk -> desk.shift().shifts().noSale("零用", by(PIN, ten)));
            refusesAndNothingMoves(
                    till, desk -> desk.club().members().setTier(new MemberNo("M0001"), "gold", "零用", by(PIN, ten)));

            ask(till, desk -> cashOut(desk, "10.00", by(PIN, ten)));
        }
    }

    @Test
    void anAlteredApprovalIsNone() {
        try (var till = selling("standard-card")) {
            var ten =
                    shown(till, desk -> cashOut(desk, "10.00", Approver.NOBODY)).hex();
            var altered = new StepDigest((ten.startsWith("0") ? "1" : "0") + ten.substring(1));
            refusesAndNothingMoves(till, desk -> cashOut(desk, "10.00", by(PIN, altered)));
        }
    }

    @Test
    void aRefundIsTheOneThatWasShown() {
        try (var till = selling("standard-card")) {
            var receipt = sell(till);
            var all = new Refunds.Wish(receipt, Map.of(), "退", true);
            var one = new Refunds.Wish(receipt, Map.of(1, Quantity.ONE), "退", true);
            var other = new Refunds.Wish(receipt, Map.of(2, Quantity.ONE), "退", true);
            var before = ask(till, desk -> desk.refund().refunds().preview(all));
            var again = ask(till, desk -> desk.refund().refunds().preview(all));
            assertThat(again).isEqualTo(before);

            refusesAndNothingMoves(till, desk -> desk.refund().refunds().refund(one, by(PIN, before.step())));
            ask(
                    till,
                    desk -> desk.refund()
                            .refunds()
                            .refund(other, () -> Optional.of(new ApprovalGiven(SUPERVISOR, "2222"))));
            refusesAndNothingMoves(till, desk -> desk.refund().refunds().refund(all, by(PIN, before.step())));

            var after = ask(till, desk -> desk.refund().refunds().preview(all));
            var refunded = ask(till, desk -> desk.refund().refunds().refund(all, by(PIN, after.step())));
            assertThat(refunded).isEqualTo(after.refund());
        }
    }

    @Test
    void aWrongPinBeforeTheRightOneChangesNothingOfTheStep() {
        try (var till = selling("star")) {
            var application = new Members.Application(
                    "新人",
                    "13800000000",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(LocalDate.parse("1990-01-01")),
                    Optional.empty(),
                    Optional.of(true),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new Members.Ground.Waived("赠送"));
            var step = shown(till, desk -> desk.club().members().enrol(application, Approver.NOBODY));
            var wrong = new Proof.Pin(SUPERVISOR, "0");
            assertThat(refusal(till, desk -> desk.club().members().enrol(application, by(wrong, step))))
                    .isEqualTo(ErrorCode.APPROVAL_DENIED);
            var enrolled = ask(till, desk -> desk.club().members().enrol(application, by(PIN, step)));
            var entry = entries(till);
            assertThat(enrolled.granted())
                    .isNotEmpty()
                    .extracting(Holding::lot)
                    .extracting(Lot::id)
                    .allSatisfy(id -> assertThat(id).contains("-" + entry + "-"));
        }
    }

    @Test
    void anOperatorsOwnCardApproves() {
        try (var till = selling("standard-card")) {
            for (var card : List.of(SUPERVISORS_CARD, MANAGERS_CARD)) {
                var step = shown(till, desk -> cashOut(desk, "10.00", Approver.NOBODY));
                ask(till, desk -> cashOut(desk, "10.00", by(new Proof.Card(card), step)));
            }
            var step = shown(till, desk -> cashOut(desk, "10.00", Approver.NOBODY));
            refusesAndNothingMoves(till, desk -> cashOut(desk, "10.00", by(new Proof.Card(MEMBERS_CARD), step)));

            ask(till, desk -> desk.operators().signIn(SUPERVISOR, "2222"));
            refusesAndNothingMoves(till, desk -> cashOut(desk, "10.00", by(new Proof.Card(SUPERVISORS_CARD), step)));
        }
    }

    @Test
    void anOperatorsCardIsNoMembers() {
        try (var till = selling("standard-card")) {
            assertThat(refusal(till, desk -> desk.bill().readings().card(SUPERVISORS_CARD)))
                    .isEqualTo(ErrorCode.UNKNOWN_CARD);
            var bill = ask(till, desk -> desk.bill().bills().view());
            assertThat(bill.member()).isEmpty();
        }
    }

    @Test
    void fiveWrongPinsLockTheCardAsWell() {
        try (var till = selling("standard-card")) {
            var step = shown(till, desk -> cashOut(desk, "10.00", Approver.NOBODY));
            var card = new Proof.Card(SUPERVISORS_CARD);
            for (var i = 0; i < 5; i++) {
                assertThat(refusal(till, desk -> cashOut(desk, "10.00", by(new Proof.Pin(SUPERVISOR, "0"), step))))
                        .isEqualTo(ErrorCode.APPROVAL_DENIED);
            }
            for (var proof : List.of(PIN, card)) {
                assertThat(refusal(till, desk -> cashOut(desk, "10.00", by(proof, step))))
                        .isEqualTo(ErrorCode.OPERATOR_LOCKED);
            }
            wall = wall.plus(Duration.ofMinutes(5));
            ask(till, desk -> cashOut(desk, "10.00", by(card, step)));
        }
    }

    @Test
    void nothingSecretIsPrinted() {
        assertThat(new ApprovalGiven(SUPERVISOR, "2222"))
                .asString()
                .contains("2001")
                .doesNotContain("2222");
        assertThat(new Proof.Card(SUPERVISORS_CARD)).asString().doesNotContain("2002");
    }

    // What is done at the till

    private Till selling(String programme) {
        var opening = TrainingTills.opening(store, programme, Optional.empty());
        var till = Till.open(opening, () -> wall);
        ask(till, desk -> desk.operators().signIn(new OperatorId("1001"), "1111"));
        ask(till, desk -> desk.shift().shifts().open(Money.parse("500.00")));
        return till;
    }

    private static ReceiptNo sell(Till till) {
        return ask(till, desk -> {
            for (var price : List.of("30.00", "20.00")) {
                desk.bill()
                        .bills()
                        .add(
                                new Bills.OpenItem("x", new Category("food"), Money.parse(price)),
                                Quantity.ONE,
                                Bills.LineExtras.NONE);
            }
            return desk.sale()
                    .sales()
                    .tender(new Sales.Payment(TenderType.CASH, Optional.empty(), ""))
                    .completed()
                    .orElseThrow()
                    .receipt();
        });
    }

    private static Object cashOut(Desk desk, String amount, Approver approver) {
        return desk.shift().shifts().cashOut(Money.parse(amount), "零用", approver);
    }

    private static Approver by(Proof proof, StepDigest shown) {
        return () -> Optional.of(new ApprovalGiven(proof, shown));
    }

    /// What a front is shown when it tries without an approval.
    private static StepDigest shown(Till till, Consumer<Desk> work) {
        var refusal = refused(till, work);
        assertThat(refusal.code()).isEqualTo(ErrorCode.APPROVAL_REQUIRED);
        return refusal.step().orElseThrow();
    }

    private static void refusesAndNothingMoves(Till till, Consumer<Desk> work) {
        var before = entries(till);
        assertThat(refusal(till, work)).isEqualTo(ErrorCode.APPROVAL_DENIED);
        assertThat(entries(till)).isEqualTo(before);
    }

    private static long entries(Till till) {
        return ask(till, desk -> desk.status().entries());
    }

    private static ErrorCode refusal(Till till, Consumer<Desk> work) {
        return refused(till, work).code();
    }

    private static Refusal refused(Till till, Consumer<Desk> work) {
        var refused = new Refusal[1];
        assertThatThrownBy(() -> ask(till, desk -> {
                    work.accept(desk);
                    return true;
                }))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(Refusal.class, refusal -> refused[0] = refusal);
        return refused[0];
    }

    private static <T> T ask(Till till, Function<Desk, T> work) {
        return till.perform(work).join();
    }
}
