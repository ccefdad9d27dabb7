package io.huitai.store;

import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Sale;
import io.huitai.journal.fact.SoldLine;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.money.Money;
import io.huitai.shop.TenderType;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What one shift comes to: a fold over its entries, the X report while it is open and the Z report when it is closed.
///
/// @param tenders money by tender type: taken on bills and for fees, less given back
/// @param discounts what each rule took off, by rule id
/// @param byHour sales by the hour they were completed in, "00" to "23"
/// @param byCategory net by the first segment of the category
/// @param voids voided bills and voided lines
/// @param house empty in rows from before it was counted
public record ShiftReport(
        int shift,
        LocalDate businessDay,
        Money sales,
        Money refunds,
        Money recharges,
        Money fees,
        Map<String, Money> tenders,
        Map<String, Money> discounts,
        Points points,
        Vouchers vouchers,
        Stored stored,
        Drawer drawer,
        Map<String, Money> byHour,
        Map<String, Money> byCategory,
        int bills,
        int voids,
        boolean closed,
        Optional<HouseFigures> house) {
    /// Points moved in the shift; `reversed` is what refunds and corrections by hand took back, less what the latter
    /// gave.
    public record Points(long earned, long used, long reversed, long expired) {
        private Points after(Account other, long amount) {
            return other.equals(Account.ISSUED)
                    ? new Points(earned + amount, used, reversed, expired)
                    : other.equals(Account.REDEEMED)
                            ? new Points(earned, used - amount, reversed, expired)
                            : other.equals(Account.REVERSED)
                                    ? new Points(earned, used, reversed - amount, expired)
                                    : new Points(earned, used, reversed, expired - amount);
        }
    }

    /// Vouchers moved in the shift, by number.
    public record Vouchers(long granted, long used) {
        private Vouchers after(Account other, long amount) {
            return other.equals(Account.ISSUED)
                    ? new Vouchers(granted + amount, used)
                    : other.equals(Account.REDEEMED) ? new Vouchers(granted, used - amount) : this;
        }
    }

    /// Stored value moved in the shift.
    public record Stored(Money recharged, Money bonus, Money spent) {
        private Stored after(Asset asset, Account other, Money amount) {
            if (other.equals(Account.REDEEMED)) {
                return new Stored(recharged, bonus, spent.minus(amount));
            }
            if (!amount.isPositive()) {
                return this; // paid out or lapsed: nobody spent it
            }
            return asset.equals(Asset.PRINCIPAL)
                    ? new Stored(recharged.plus(amount), bonus, spent)
                    : new Stored(recharged, bonus.plus(amount), spent);
        }
    }

    /// The cash drawer; counted and over come with the close.
    ///
    /// @param approvedIn what was put in with approval; empty in rows from before it was counted
    public record Drawer(
            Money opening,
            Money in,
            Money out,
            Money expected,
            Optional<Money> counted,
            Optional<Money> over,
            Optional<Money> approvedIn) {
        Drawer moved(Money amount) {
            return new Drawer(opening, in, out, expected.plus(amount), counted, over, approvedIn);
        }

        Drawer movedByHand(Fact.CashMoved by) {
            var amount = by.amount();
            var approved = approvedIn.orElse(Money.ZERO);
            return new Drawer(
                    opening,
                    amount.isPositive() ? in.plus(amount) : in,
                    amount.isNegative() ? out.minus(amount) : out,
                    expected.plus(amount),
                    counted,
                    over,
                    Optional.of(amount.isPositive() && by.approval().isPresent() ? approved.plus(amount) : approved));
        }

        /// What was put in by hand and by nobody's leave.
        public Money inAlone() {
            return in.minus(approvedIn.orElse(Money.ZERO));
        }
    }

    static ShiftReport of(Fact.ShiftOpened opened) {
        return new ShiftReport(
                opened.shift(),
                opened.businessDay(),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Map.of(),
                Map.of(),
                new Points(0, 0, 0, 0),
                new Vouchers(0, 0),
                new Stored(Money.ZERO, Money.ZERO, Money.ZERO),
                new Drawer(
                        opened.opening(),
                        Money.ZERO,
                        Money.ZERO,
                        opened.opening(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Map.of(),
                Map.of(),
                0,
                0,
                false,
                Optional.of(HouseFigures.NOTHING));
    }

    /// Sales less refunds.
    public Money net() {
        return sales.minus(refunds);
    }

    /// What should be there by tender type: the drawer for cash, the sum taken for the others.
    public Map<String, Money> expected() {
        var map = new TreeMap<>(tenders);
        map.put(TenderType.CASH.code(), drawer.expected());
        return map;
    }

    /// The report after an entry of its shift; empty where that changes nothing.
    Optional<ShiftReport> after(Recorded recorded) {
        var fact = recorded.fact();
        Optional<Consumer<Sums>> counted = switch (fact) {
            case Fact.BillVoided _, Fact.LineVoided _, Fact.ChargeRemoved _ -> Optional.of(sums -> sums.voids++);
            case Fact.LineRestored _ -> Optional.of(sums -> sums.voids--);
            case Fact.SaleCompleted completed -> Optional.of(sums -> sums.sale(completed.sale(), recorded));
            case Fact.SaleRefunded refunded -> Optional.of(sums -> sums.house = sums.house.refunded(refunded.refund()));
            case Fact.CashMoved by -> Optional.of(sums -> sums.drawer = sums.drawer.movedByHand(by));
            case Fact.ShiftClosed close -> Optional.of(sums -> sums.close(close));
            case Fact.OfTill _,
                    Fact.OfShift _,
                    Fact.OfBill _,
                    Fact.OfMember _,
                    Fact.OfReceipt _,
                    Fact.PointsTransferred _ -> Optional.empty();
        };
        if (counted.isEmpty() && fact.postings().isEmpty() && fact.tendered().isEmpty()) {
            return Optional.empty(); // as at every scan
        }
        var sums = new Sums(this);
        sums.moved(fact);
        counted.ifPresent(count -> count.accept(sums));
        return Optional.of(sums.report());
    }

    /// The report's figures while one entry is added to them.
    private static final class Sums {
        private final ShiftReport before;
        private Money sales;
        private Money refunds;
        private Money recharges;
        private Money fees;
        private final Map<String, Money> tenders;
        private final Map<String, Money> discounts;
        private Points points;
        private Vouchers vouchers;
        private Stored stored;
        private Drawer drawer;
        private final Map<String, Money> byHour;
        private final Map<String, Money> byCategory;
        private int bills;
        private int voids;
        private boolean closed;
        private HouseFigures house;

        Sums(ShiftReport before) {
            this.before = before;
            sales = before.sales;
            refunds = before.refunds;
            recharges = before.recharges;
            fees = before.fees;
            tenders = new TreeMap<>(before.tenders);
            discounts = new TreeMap<>(before.discounts);
            points = before.points;
            vouchers = before.vouchers;
            stored = before.stored;
            drawer = before.drawer;
            byHour = new TreeMap<>(before.byHour);
            byCategory = new TreeMap<>(before.byCategory);
            bills = before.bills;
            voids = before.voids;
            closed = before.closed;
            house = before.house.orElse(HouseFigures.NOTHING);
        }

        void sale(Sale sale, Recorded recorded) {
            sales = sales.plus(sale.sums().payable());
            bills++;
            house = house.sold(sale);
            if (!sale.rounding().isZero()) {
                discounts.merge("rounding", sale.rounding(), Money::plus);
            }
            var hour = String.format(Locale.ROOT, "%02d", recorded.entry().at().getHour());
            byHour.merge(hour, sale.sums().payable(), Money::plus);
            for (var line : sale.lines()) {
                byCategory.merge(category(line), line.net(), Money::plus);
                for (var row : line.because()) {
                    discounts.merge(row.rule(), row.amount().negated(), Money::plus);
                }
            }
        }

        private static String category(SoldLine line) {
            var path = line.item().category().path();
            var dot = path.indexOf('.');
            return dot < 0 ? path : path.substring(0, dot);
        }

        /// What a fact moved: over the counter, and as what members hold has changed by it.
        void moved(Fact fact) {
            fact.tendered().forEach(each -> tendered(each.type(), each.signed()));
            recharges = recharges.plus(fact.charged());
            fees = fees.plus(fact.feeTaken().orElse(Money.ZERO));
            refunds = refunds.plus(fact.refunded());
            for (var posting : fact.postings()) {
                var amount = posting.amount();
                if (posting.to().isMember() && !posting.from().isMember()) {
                    moved(posting.asset(), posting.from(), amount);
                } else if (posting.from().isMember() && !posting.to().isMember()) {
                    moved(posting.asset(), posting.to(), -amount);
                }
            }
        }

        private void tendered(TenderType type, Money amount) {
            if (!amount.isZero()) {
                tenders.merge(type.code(), amount, Money::plus);
            }
            if (type == TenderType.CASH) {
                drawer = drawer.moved(amount);
            }
        }

        /// @param amount what members got, below zero what they gave
        private void moved(Asset asset, Account other, long amount) {
            if (asset.equals(Asset.POINTS)) {
                points = points.after(other, amount);
            } else if (asset.isVoucher()) {
                vouchers = vouchers.after(other, amount);
            } else if (asset.isCardMoney()) {
                stored = stored.after(asset, other, Money.ofFen(amount));
            }
        }

        void close(Fact.ShiftClosed close) {
            var cash = TenderType.CASH.code();
            drawer = new Drawer(
                    drawer.opening(),
                    drawer.in(),
                    drawer.out(),
                    drawer.expected(),
                    Optional.ofNullable(close.counted().get(cash)),
                    Optional.ofNullable(close.over().get(cash)),
                    drawer.approvedIn());
            closed = true;
        }

        ShiftReport report() {
            return new ShiftReport(
                    before.shift,
                    before.businessDay,
                    sales,
                    refunds,
                    recharges,
                    fees,
                    tenders,
                    discounts,
                    points,
                    vouchers,
                    stored,
                    drawer,
                    byHour,
                    byCategory,
                    bills,
                    voids,
                    closed,
                    Optional.of(house));
        }
    }
}
