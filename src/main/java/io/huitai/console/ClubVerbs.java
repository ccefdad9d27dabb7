package io.huitai.console;

import io.huitai.console.MemberAnswer.Vouchers;
import io.huitai.console.TradeWords.AboveZero;
import io.huitai.console.TradeWords.OrMax;
import io.huitai.console.Verb.Nothing;
import io.huitai.console.Verb.Slip;
import io.huitai.ledger.CardMoney;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.programme.scheme.Ladder;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.TenderType;
import io.huitai.shop.Writing;
import io.huitai.shop.id.TierId;
import io.huitai.till.Desk;
import io.huitai.till.Till;
import io.huitai.till.club.ClubDesk;
import io.huitai.till.club.ClubEvents;
import io.huitai.till.club.Recharges;
import io.huitai.till.club.Roster;
import io.huitai.till.club.RosterFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What members have of their club beside bills: money on their cards, paid time, points passed on, turned and
/// corrected, gifts, events, and whole companies that join.
final class ClubVerbs {
    private ClubVerbs() {}

    static void putInto(Verb.Table<Desk> table) {
        var verbs = table.at(Desk::club);
        verbs.put("recharge", Recharge.class, ClubVerbs::recharge);
        verbs.put("subscribe", Subscribe.class, ClubVerbs::subscribe);
        verbs.put("transfer-points", Transfer.class, ClubVerbs::transferPoints);
        verbs.put("turn-points", Turn.class, ClubVerbs::turnPoints);
        verbs.put("reverse-points", Reverse.class, ClubVerbs::reversePoints);
        table.at(desk -> desk.club().gifts())
                .put("gifts", Nothing.class, (_, _, gifts) -> Map.of("gifts", gifts.catalogue()));
        verbs.put("redeem-gift", Redeem.class, ClubVerbs::redeemGift);
        var events = table.at(desk -> desk.club().events());
        events.put("check-in", CheckIn.class, (asked, _, desk) -> Attended.of(desk.checkIn(asked.member)));
        events.put(
                "attend-event", Attend.class, (asked, _, desk) -> Attended.of(desk.attend(asked.member, asked.event)));
        verbs.putAside("import-roster", Import.class, ClubVerbs::importRoster);
    }

    private record Recharge(MemberNo member, AboveZero amount, TenderType tender, Optional<Percent> bonus) {}

    record Percent(Rate rate) {
        static Percent of(String text) {
            return new Percent(TradeWords.percent(text, Long.MAX_VALUE, "has more than four decimals"));
        }
    }

    private record Recharged(CardMoney stored, List<Vouchers> granted, TierId tier, Slip receipt) {}

    private static Recharged recharge(Recharge asked, Verb.Request request, ClubDesk desk) {
        var bonus = asked.bonus.map(Percent::rate);
        var wish = new Recharges.Wish(asked.member, asked.amount.amount(), asked.tender, bonus);
        var done = desk.recharges().recharge(wish, request);
        return new Recharged(done.after(), Vouchers.of(done.granted()), done.tier(), new Slip(done.receipt()));
    }

    private record Subscribe(MemberNo member, String tier, Ladder.Period period, Optional<TenderType> tender) {}

    private record Subscribed(LocalDate until, Slip receipt) {}

    private static Subscribed subscribe(Subscribe asked, Verb.Request request, ClubDesk desk) {
        var tender = asked.tender.orElse(TenderType.CASH);
        var paid = desk.subscriptions().subscribe(asked.member, asked.tier, asked.period, tender);
        return new Subscribed(paid.until(), new Slip(paid.receipt()));
    }

    private record Transfer(MemberNo from, MemberNo to, long points) {}

    private record Transferred(Holder from, Holder to) {
        private record Holder(MemberNo no, long points) {}
    }

    private static Transferred transferPoints(Transfer asked, Verb.Request request, ClubDesk desk) {
        var after = desk.points().transfer(asked.from, asked.to, asked.points, request.proof());
        return new Transferred(
                new Transferred.Holder(asked.from, after.from()), new Transferred.Holder(asked.to, after.to()));
    }

    private record Turn(OrMax points) {}

    private record Turned(List<Vouchers> vouchers, long points) {}

    private static Turned turnPoints(Turn asked, Verb.Request request, ClubDesk desk) {
        var turned = desk.points().turn(asked.points.number(), request.proof());
        return new Turned(Vouchers.of(turned.vouchers()), turned.points());
    }

    private record Reverse(MemberNo member, long points, String reason) {}

    private static Object reversePoints(Reverse asked, Verb.Request request, ClubDesk desk) {
        return Map.of("points", desk.points().reverse(asked.member, asked.points, asked.reason, request));
    }

    private record Redeem(String gift, Optional<Quantity> qty) {}

    private record Redeemed(long points, long stock, Slip receipt) {}

    private static Redeemed redeemGift(Redeem asked, Verb.Request request, ClubDesk desk) {
        var qty = asked.qty.orElse(Quantity.ONE).thousandths();
        var whole = Quantity.ONE.thousandths();
        if (qty % whole != 0) {
            throw new BadRequest("qty", Wrong.NOT_GIFTS);
        }
        var redeemed = desk.gifts().redeem(Writing.plain(asked.gift), qty / whole, request.proof());
        return new Redeemed(redeemed.points(), redeemed.stock(), new Slip(redeemed.receipt()));
    }

    /// @param event means something to attend-event alone
    private record CheckIn(MemberNo member, Optional<String> event) {}

    private record Attend(MemberNo member, String event) {}

    private record Attended(long points, List<Vouchers> granted) {
        private static Attended of(ClubEvents.Attended attended) {
            return new Attended(attended.points(), Vouchers.of(attended.granted()));
        }
    }

    private record Import(String file) {}

    record Rejected(long row, String code, String text) {
        static Rejected of(Roster.Rejected line, Lang lang) {
            return new Rejected(line.row(), line.code().name(), line.text(lang));
        }
    }

    /// Reads the file on this thread and enrols its people some hundred at a time, so that the till does other work
    /// meanwhile.
    private static Object importRoster(Import asked, Verb.Request request, Till till) {
        till.perform(desk -> desk.club().roster().isAsked()).join();
        var roster = RosterFile.read(asked.file);
        var enrolling = till.perform(desk -> desk.club().roster().begin(roster, request))
                .join();
        while (!till.perform(_ -> enrolling.step()).join().ended()) {
            // the next ones
        }
        return enrolling.imported();
    }
}
