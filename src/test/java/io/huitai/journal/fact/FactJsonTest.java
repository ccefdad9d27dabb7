package io.huitai.journal.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.money.Sums;
import io.huitai.shop.BillLine;
import io.huitai.shop.Category;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Service;
import io.huitai.shop.Sku;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactJsonTest {
    private static final Lot LOT =
            new Lot("S001-T1-1-7-0", Optional.empty(), Optional.of(LocalDate.parse("2026-12-31")), "S001", "S001/T1");

    @Test
    void aJumpOfTheClockFromBeforeItCouldBeConfirmedIsRead() {
        var body = "{\"from\":\"2026-05-01T12:00:00+08:00\",\"to\":\"2026-05-04T12:00:00+08:00\"}";

        assertThat(FactJson.read("ClockJumped", FactJson.mapper().readTree(body).asObject()))
                .isEqualTo(new Fact.ClockJumped(
                        OffsetDateTime.parse("2026-05-01T12:00:00+08:00"),
                        OffsetDateTime.parse("2026-05-04T12:00:00+08:00")));
    }

    @Test
    void aSaleComesBackAsItWasWritten() {
        var line = new BillLine(
                1,
                new Sku("A1"),
                "宫保鸡丁",
                new Category("food.chinese"),
                Money.parse("68.80"),
                Optional.empty(),
                Quantity.parse("2"),
                List.of("special"),
                Rate.parse("0.06"),
                "少辣",
                List.of(),
                List.of(),
                Optional.empty());
        var sold = new SoldLine(
                line,
                Money.parse("137.60"),
                Money.parse("116.96"),
                List.of(new SoldLine.Because(
                        "tier-gold",
                        Optional.of("金卡会员 85折"),
                        Optional.of("Gold member 15% off"),
                        Money.parse("-20.64"),
                        Optional.empty())));
        var sale = new Sale(
                new ReceiptNo("S001-T1-000001"),
                1,
                LocalDate.parse("2026-05-01"),
                OffsetDateTime.parse("2026-05-01T12:30:00+08:00"),
                new Sale.ProgrammeRef(new ProgrammeId("standard-card"), "1", "00ff"),
                Optional.of(new Sale.Buyer(new MemberNo("M1"), "张*三", new TierId("gold"), "")),
                Service.DEFAULT,
                List.of(sold),
                new Sums(Money.parse("137.60"), Money.parse("20.64"), Money.ZERO, Money.ZERO, Money.parse("116.96")),
                new Sale.Paid(
                        List.of(new Tender(1, TenderType.CASH, Money.parse("116.96"), Money.parse("3.04"), "")),
                        List.of()),
                new Sale.Used(List.of(new Holding(Asset.POINTS, LOT, 100)), List.of()),
                new Sale.Brought(116, Optional.of(LOT.id()), List.of()),
                Optional.of(new Sale.MemberAfter(
                        new TierId("gold"),
                        116,
                        0,
                        Optional.empty(),
                        Map.of(new VoucherTypeId("cash100"), 1L),
                        Optional.empty())),
                Optional.empty());
        var fact = new Fact.SaleCompleted(
                5, sale, List.of(new Posting(Account.ISSUED, Account.of(new MemberNo("M1")), Asset.POINTS, LOT, 116)));

        var body = FactJson.write(fact);
        body.withObject("/sale").remove("adjusted"); // as older sales were written

        assertThat(body.at("/sale/lines/0/net").asString()).isEqualTo("116.96");
        assertThat(body.at("/sale/tenders/0/type").asString()).isEqualTo("cash");
        assertThat(FactJson.read(fact.kind(), body)).isEqualTo(fact);
    }

    /// Entries from before staff and outlet could change a bill.
    @Test
    void entriesWithoutLaterFieldsAreRead() {
        var line = "{'number':1,'sku':'A1','name':'x','category':'food','price':'1.00','qty':'1','flags':[],"
                + "'taxRate':'0.06','note':'','parts':[],'adjustments':[]}";
        var added = (Fact.LineAdded) read("LineAdded", "{'bill':5,'line':" + line + "}");
        assertThat(added.line().charge()).isEmpty();
        var terms = (Fact.TenderTaken) read(
                "TenderTaken",
                "{'bill':5,'tender':{'index':1,'type':'cash','amount':'1.00','change':'0.00','reference':''},"
                        + "'terms':{'at':'2026-05-01T12:30:00+08:00'}}");
        assertThat(terms.terms().flatMap(Terms::settled)).isEmpty();
        var refunded = (Fact.SaleRefunded) read(
                "SaleRefunded",
                "{'refund':{'receipt':'R2','of':'R1','shift':1,'businessDay':'2026-05-01','lines':[],'amount':'1.00',"
                        + "'tenders':[],'takenBack':0,'givenBack':0,'shortfall':0,'shortfallValue':'0.00',"
                        + "'vouchers':[],'wholly':false,'goodsBack':true,'reason':'r'},"
                        + "'approval':{'by':'2001','role':'supervisor','what':''},'postings':[]}");
        assertThat(refunded.refund().taxed()).isEmpty();
    }

    private static Fact read(String kind, String body) {
        return FactJson.read(
                kind, FactJson.mapper().readTree(body.replace('\'', '"')).asObject());
    }

    @Test
    void anUnknownKindAndAnUnknownFieldAreErrors() {
        var body = FactJson.write(new Fact.BillRecalled(3));
        assertThatThrownBy(() -> FactJson.read("BillEaten", body)).hasMessageContaining("BillEaten");
        body.put("spice", "hot");
        assertThatThrownBy(() -> FactJson.read("BillRecalled", body)).hasMessageContaining("spice");
    }

    @Test
    void theTermsOfAPartPaidBillComeBackAndNameNobody() {
        var was = new Terms.Buyer(new TierId("gold"), "", List.of(new Holding(Asset.POINTS, LOT, 900)), List.of());
        var tender = new Tender(1, TenderType.CARD, Money.parse("5.00"), Money.ZERO, "");
        var at = OffsetDateTime.parse("2026-05-01T23:59:59.999999999+08:00");
        var fact = new Fact.TenderTaken(
                7,
                tender,
                Optional.of(new Terms(
                        at,
                        Optional.of(new Sale.ProgrammeRef(new ProgrammeId("mall"), "2", "ab")),
                        Optional.of(was),
                        Optional.empty())),
                List.of(),
                Optional.empty());

        var body = FactJson.write(fact);

        assertThat(body.at("/terms/buyer").propertyNames()).containsExactly("tier", "kind", "holdings", "used");
        assertThat(FactJson.read(fact.kind(), body)).isEqualTo(fact);
    }

    /// As version 0.1 wrote it.
    @Test
    void aTenderWithoutTermsIsStillRead() {
        var body = FactJson.mapper().readTree("""
                        {"bill":7,"tender":{"index":1,"type":"card","amount":"5.00","change":"0.00","reference":""}}""").asObject();
        var tender = new Tender(1, TenderType.CARD, Money.parse("5.00"), Money.ZERO, "");
        assertThat(FactJson.read("TenderTaken", body))
                .isEqualTo(new Fact.TenderTaken(7, tender, Optional.empty(), List.of(), Optional.empty()));
    }

    /// As it was written before terms named the version of the programme.
    @Test
    void termsWithoutAVersionAreStillRead() {
        var body = FactJson.mapper().readTree("""
                        {"bill":7,"tender":{"index":1,"type":"card","amount":"5.00","change":"0.00","reference":""},
                         "terms":{"at":"2026-05-01T12:00:00+08:00","buyer":null}}""").asObject();
        var taken = (Fact.TenderTaken) FactJson.read("TenderTaken", body);
        assertThat(taken.terms().orElseThrow().programme()).isEmpty();
    }
}
