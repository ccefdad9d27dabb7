package io.huitai.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.GivenGround;
import io.huitai.journal.fact.Profile;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Lot;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.shop.Approval;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Role;
import io.huitai.shop.StepDigest;
import io.huitai.shop.id.TierId;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ApprovedStepTest {
    private static final Approval NOBODYS = approval(Optional.empty());

    @Test
    void anApprovalFitsItsOwnEntryOnly() {
        var ten = cashOut("-10.00", "零用");
        assertThatCode(() -> ApprovedStep.check("CashMoved", ten)).doesNotThrowAnyException();

        var more = cashOut("-99.00", "零用");
        more.set("approval", ten.path("approval"));
        assertRefused("CashMoved", more);

        var altered = ten.deepCopy();
        altered.put("reason", "别的");
        assertRefused("CashMoved", altered);

        var drawer = FactJson.write(new Fact.DrawerOpened("零用", NOBODYS));
        drawer.set("approval", ten.path("approval"));
        assertRefused("DrawerOpened", drawer);
    }

    /// The number of the entry is not known while the step is shown.
    @Test
    void whatMovesCountsAndInWhichLotDoesNot() {
        assertThat(digest(20, "S001-T1-1-7-0")).isEqualTo(digest(20, "S001-T1-1-9-0"));
        assertThat(digest(20, "S001-T1-1-7-0")).isNotEqualTo(digest(21, "S001-T1-1-7-0"));
    }

    private static Object digest(long points, String lot) {
        var member = new MemberNo("M1");
        var into = new Lot(lot, Optional.empty(), Optional.empty(), "S001", "S001/T1");
        return ApprovedStep.digest(new Fact.MemberEnrolled(
                member,
                new Profile(
                        "张三",
                        "1380",
                        "",
                        "",
                        "",
                        Optional.empty(),
                        "",
                        true,
                        LocalDate.parse("2026-06-10"),
                        Profile.Origin.NONE),
                new TierId("regular"),
                "",
                Optional.empty(),
                GivenGround.NONE,
                Optional.empty(),
                List.of(),
                Optional.of(NOBODYS),
                List.of(new Posting(Account.ISSUED, Account.of(member), Asset.POINTS, into, points))));
    }

    /// As it was written before approvals were bound to their step.
    @Test
    void anApprovalInWordsIsStillRead() {
        var body = FactJson.mapper().readTree("""
                        {"reason":"零钱","approval":{"by":"2001","role":"supervisor","what":"no-sale 零钱"}}""").asObject();
        assertThatCode(() -> ApprovedStep.check("DrawerOpened", body)).doesNotThrowAnyException();
        assertThat(FactJson.read("DrawerOpened", body)).isEqualTo(new Fact.DrawerOpened("零钱", NOBODYS));
    }

    @Test
    void aConfirmationWithoutADayIsStillRead() {
        var body = FactJson.mapper().readTree("""
                        {"headOffice":null,"approval":{"by":"2001","role":"supervisor","what":"clock"}}""").asObject();
        assertThat(FactJson.read("ClockConfirmed", body))
                .isEqualTo(new Fact.ClockConfirmed(Optional.empty(), Optional.of(NOBODYS), Optional.empty()));
    }

    /// The check goes by this name.
    @Test
    void everyApprovalInAFactIsCalledSo() {
        assertThat(FactJson.kinds(Fact.class)
                        .flatMap(fact -> Arrays.stream(fact.getRecordComponents()))
                        .filter(part -> part.getGenericType().getTypeName().contains(Approval.class.getName())))
                .hasSizeGreaterThan(6)
                .extracting(RecordComponent::getName)
                .containsOnly("approval");
    }

    private static ObjectNode cashOut(String amount, String reason) {
        var step = ApprovedStep.digest(new Fact.CashMoved(Money.parse(amount), reason, Optional.of(NOBODYS)));
        return FactJson.write(
                new Fact.CashMoved(Money.parse(amount), reason, Optional.of(approval(Optional.of(step)))));
    }

    private static Approval approval(Optional<StepDigest> step) {
        return new Approval(new OperatorId("2001"), Role.SUPERVISOR, step);
    }

    private static void assertRefused(String kind, ObjectNode body) {
        assertThatThrownBy(() -> ApprovedStep.check(kind, body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(kind);
    }
}
