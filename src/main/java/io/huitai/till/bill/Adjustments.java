package io.huitai.till.bill;

import io.huitai.journal.fact.Fact;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.pricing.Pricing;
import io.huitai.programme.pricing.Quote;
import io.huitai.shop.BillLine;
import io.huitai.shop.ByHand;
import io.huitai.shop.Label;
import io.huitai.shop.Role;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Bill;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.HouseRules;
import java.util.Optional;
import java.util.function.Predicate;

/// What staff change of a bill by hand, each with a reason, and with approval where it goes beyond their role.
public final class Adjustments {
    private final Book book;
    private final Bills bills;
    private final Pricer pricer;
    private final Operators operators;
    private final House house;

    Adjustments(Book book, Bills bills, Pricer pricer, Operators operators, House house) {
        this.book = book;
        this.bills = bills;
        this.pricer = pricer;
        this.operators = operators;
        this.house = house;
    }

    /// How much a discount takes off.
    public sealed interface Off {
        /// 0.1 is ten percent.
        record Share(Rate rate) implements Off {}

        record Amount(Money amount) implements Off {}
    }

    /// Sets the price of one unit of a line, always with approval. Refused: `BAD_REQUEST`, `BILL_TENDERED`,
    /// approvals.
    public OpenBill overridePrice(int line, Money price, String reason, Approver approver) {
        var bill = bills.withLine(line);
        if (price.isNegative()) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        var why = words(reason).zh();
        return bills.changed(
                bill,
                operators.approved(
                        approver,
                        Role.SUPERVISOR,
                        approval -> new Fact.PriceOverridden(bill.id(), line, price, why, approval)));
    }

    /// Gives a discount on a line, or on the whole bill, in place of an earlier one there; nothing off takes that
    /// back. Refused: `BAD_REQUEST`, `BAD_AMOUNT` above what it costs, `BILL_EMPTY`, `BILL_TENDERED`, approvals.
    public OpenBill discount(Optional<Integer> line, Off off, String reason, Approver approver) {
        var bill = bills.changeable();
        if (bill.lines().isEmpty()) {
            throw Refusal.of(ErrorCode.BILL_EMPTY);
        }
        line.filter(number -> !mayBeDiscounted(bill, number)).ifPresent(number -> {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "line " + number);
        });
        var asked = asked(line, off, words(reason));
        var needed = needed(bill, asked, reason);
        var by = operators.isBeyond(needed) ? needed : book.signedIn().role();
        var given = asked.upTo(house.rules().limits().of(by).discount());
        return bills.changed(
                bill,
                operators.approvedBeyond(
                        needed, approver, approval -> new Fact.DiscountGiven(bill.id(), given, approval)));
    }

    private boolean mayBeDiscounted(Bill bill, int number) {
        return pricer.price(bill)
                .item(bill, number)
                .filter(Predicate.not(BillLine::standsOutsideProgramme))
                .isPresent();
    }

    private static ByHand asked(Optional<Integer> line, Off off, Label reason) {
        return switch (off) {
            case Off.Share(var rate) -> {
                if (rate.compareTo(Rate.ONE) > 0) {
                    throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
                }
                yield new ByHand(line, Optional.of(rate), Money.ZERO, Rate.ONE, reason);
            }
            case Off.Amount(var amount) -> {
                if (amount.isNegative()) {
                    throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
                }
                yield new ByHand(line, Optional.empty(), amount, Rate.ONE, reason);
            }
        };
    }

    /// The lowest role that may give a discount by itself.
    private Role needed(Bill bill, ByHand asked, String reason) {
        if (asked.takesNothing()) {
            return Role.CASHIER;
        }
        var after = bill.after(
                new Fact.DiscountGiven(bill.id(), asked, Optional.empty()),
                book.now().toOffsetDateTime());
        var quote = pricer.price(after).goods();
        refuseMoreThanAll(quote, asked);
        var listed =
                house.rules().reason(reason).map(HouseRules.ReasonCode::needs).orElse(Role.CASHIER);
        return Role.lowest(role -> role.compareTo(listed) >= 0
                && isWithin(house.rules().limits().of(role).discount(), asked, quote));
    }

    private static void refuseMoreThanAll(Quote quote, ByHand asked) {
        if (asked.amount().compareTo(cost(quote, asked)) > 0) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, cost(quote, asked));
        }
    }

    /// Whether no line that it touches loses more by hand than a share of what it costs, earlier discounts counted.
    private static boolean isWithin(Rate limit, ByHand asked, Quote quote) {
        var whole = cost(quote, asked).floorAt(limit);
        return asked.amount().compareTo(whole) <= 0
                && asked.share().filter(share -> share.compareTo(limit) > 0).isEmpty()
                && quote.lines().stream()
                        .filter(line -> touches(asked, line))
                        .allMatch(line -> byHand(line).fen()
                                <= costBefore(line).floorAt(limit).fen() + 1);
    }

    private static boolean touches(ByHand asked, Quote.QuotedLine line) {
        return asked.line().filter(number -> number != line.number()).isEmpty();
    }

    private static Money cost(Quote quote, ByHand asked) {
        return quote.lines().stream()
                .filter(line -> touches(asked, line))
                .map(Adjustments::costBefore)
                .reduce(Money.ZERO, Money::plus);
    }

    /// What a line costs by the programme, before anything is taken off by hand.
    private static Money costBefore(Quote.QuotedLine line) {
        return line.because().stream()
                .takeWhile(row -> !row.rule().equals(Pricing.MANUAL))
                .map(Quote.Adjustment::amount)
                .reduce(line.gross(), Money::plus);
    }

    private static Money byHand(Quote.QuotedLine line) {
        return line.because().stream()
                .filter(row -> row.rule().equals(Pricing.MANUAL))
                .map(row -> row.amount().negated())
                .reduce(Money.ZERO, Money::plus);
    }

    /// Drops an odd amount of the sum (抹零), in place of what was dropped by hand before. Refused: `BAD_AMOUNT`,
    /// `BILL_EMPTY`, `BILL_TENDERED`, approvals.
    public OpenBill round(Money amount, Approver approver) {
        var bill = bills.changeable();
        var without = bill.after(
                new Fact.RoundedByHand(bill.id(), Money.ZERO, Optional.empty()),
                book.now().toOffsetDateTime());
        if (bill.lines().isEmpty()) {
            throw Refusal.of(ErrorCode.BILL_EMPTY);
        }
        if (amount.isNegative()
                || amount.compareTo(pricer.price(without).quote().sums().payable()) > 0) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        var needed = Role.lowest(
                role -> amount.compareTo(house.rules().limits().of(role).rounding()) <= 0);
        return bills.changed(
                bill,
                operators.approvedBeyond(
                        needed, approver, approval -> new Fact.RoundedByHand(bill.id(), amount, approval)));
    }

    /// Takes a line off; what the outlet itself put on the bill only for a reason, with approval. Refused:
    /// `BAD_REQUEST`, `BILL_TENDERED`, approvals.
    public OpenBill takeOff(int line, Optional<String> reason, Approver approver) {
        var bill = bills.changeable();
        var priced = pricer.price(bill);
        var charge = priced.item(bill, line).flatMap(BillLine::charge);
        if (charge.isEmpty()) {
            return bills.voidLine(line, reason, approver);
        }
        var why = words(reason.orElse("")).zh();
        var id = charge.get().id();
        var amount = priced.quote().lines().stream()
                .filter(each -> each.number() == line)
                .map(Quote.QuotedLine::net)
                .findFirst();
        return bills.changed(
                bill,
                operators.approved(
                        approver,
                        Role.SUPERVISOR,
                        approval -> new Fact.ChargeRemoved(bill.id(), line, id, why, approval, amount)));
    }

    /// The reason as guests read it. Refused: `BAD_REQUEST` where it says nothing.
    private Label words(String reason) {
        return house.rules().reason(reason).map(HouseRules.ReasonCode::name).orElseGet(() -> {
            try {
                return new Label(reason, reason);
            } catch (IllegalArgumentException wrong) {
                throw Refusal.of(ErrorCode.BAD_REQUEST, "reason");
            }
        });
    }
}
