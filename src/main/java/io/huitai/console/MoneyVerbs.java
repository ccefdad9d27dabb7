package io.huitai.console;

import io.huitai.money.Rate;
import io.huitai.shop.MemberNo;
import io.huitai.shop.TenderType;
import io.huitai.till.Desk;
import io.huitai.till.book.Approver;
import io.huitai.till.club.Leaving;
import io.huitai.till.club.Recharges;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Money on cards and on companies' accounts, and what becomes of it when a member leaves.
final class MoneyVerbs {
    private MoneyVerbs() {}

    static Map<String, Verb> all() {
        return Map.of(
                "recharge", MoneyVerbs::recharge,
                "settle-account", MoneyVerbs::settleAccount,
                "close-membership", MoneyVerbs::closeMembership,
                "return-card",
                        leaving((desk, no, reason, by) -> desk.club().leaving().returnCard(no, reason, by)),
                "forget-member",
                        leaving((desk, no, reason, by) -> desk.club().leaving().forget(no, reason, by)));
    }

    private static void recharge(Verb.Request request, Desk desk, ObjectNode answer) {
        var fields = request.fields();
        var wish = new Recharges.Wish(
                fields.value("member", MemberNo::read),
                fields.amountAboveZero("amount"),
                fields.word("tender", TenderType::of),
                fields.optionalValue("bonus", MoneyVerbs::percent));
        fields.done();
        var recharged = desk.club().recharges().recharge(wish, request::approval);
        answer.putObject("stored")
                .put("principal", recharged.after().principal().toString())
                .put("bonus", recharged.after().bonus().toString());
        answer.set("granted", Answers.vouchers(recharged.granted()));
        answer.put("tier", recharged.tier().value());
        answer.putObject("receipt").put("no", recharged.receipt().value());
    }

    /// "12" and "12.5" are 0.12 and 0.125.
    private static Rate percent(String text) {
        var hundredfold = Rate.parse(text).parts();
        if (hundredfold % 100 != 0) {
            throw new NumberFormatException("'" + text + "' has more than four decimals");
        }
        return new Rate(hundredfold / 100);
    }

    private static void settleAccount(Verb.Request request, Desk desk, ObjectNode answer) {
        var company = request.fields().text("company");
        var amount = request.fields().amountAboveZero("amount");
        var tender = request.fields().word("tender", TenderType::of);
        request.fields().done();
        answer.put(
                "balance",
                desk.sale()
                        .companies()
                        .settle(company, amount, tender)
                        .balance()
                        .toString());
    }

    private static void closeMembership(Verb.Request request, Desk desk, ObjectNode answer) {
        var cancelled = request.fields().optionalFlag("cancelled").orElse(false);
        leaving((till, no, reason, by) -> cancelled
                        ? till.club().leaving().cancel(no, reason, by)
                        : till.club().leaving().close(no, reason, by))
                .answer(request, desk, answer);
    }

    private interface Leave {
        Leaving.Left ask(Desk desk, MemberNo member, String reason, Approver approver);
    }

    private static Verb leaving(Leave leave) {
        return (request, desk, answer) -> {
            var no = request.fields().value("member", MemberNo::read);
            var reason = request.fields().text("reason");
            request.fields().done();
            var left = leave.ask(desk, no, reason, request::approval);
            answer.put("forfeited", left.forfeited());
            answer.put("balance", left.balance().toString());
        };
    }
}
