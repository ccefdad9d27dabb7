package io.huitai.till.report;

import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.fact.Sale;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.Staff;
import io.huitai.programme.scheme.Staff.Commission;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// What staff sold and what the programme pays them for it, by the version of each day. A card counts for whoever
/// enrolled its member, a recharge for whoever took it, a company's purchases for whoever enrolled the buyer.
final class StaffFold implements Fold {
    private record Company(String name, YearMonth month) {}

    private record Bought(MemberNo buyer, String company) {}

    private final People people;
    private final Function<LocalDate, Programme> programmes;
    private final Targets targets;
    private final Map<OperatorId, Earnings> sellers =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final Set<OperatorId> haveSold = new HashSet<>();
    private final Map<Company, Money> spent = new HashMap<>();
    private final Map<ReceiptNo, Bought> ofCompanies = new HashMap<>();
    private Optional<OperatorId> leader = Optional.empty();
    private Optional<Staff> last = Optional.empty();

    StaffFold(People people, Function<LocalDate, Programme> programmes, Targets targets) {
        this.people = people;
        this.programmes = programmes;
        this.targets = targets;
    }

    @Override
    public void take(Recorded recorded, LocalDate day, boolean told) {
        switch (recorded.fact()) {
            case Fact.MemberEnrolled enrolled -> enrolled(recorded, enrolled, day, told);
            case Fact.Recharged recharged -> recharged(recorded, recharged, day, told);
            case Fact.SaleCompleted completed -> sale(recorded, completed.sale(), day, told);
            case Fact.SaleRefunded refunded ->
                Optional.ofNullable(ofCompanies.get(refunded.refund().of()))
                        .ifPresent(bought ->
                                spends(bought, refunded.refund().amount().negated(), day, told));
            case Fact.OfTill _,
                    Fact.OfShift _,
                    Fact.OfBill _,
                    Fact.OfMember _,
                    Fact.OfPaper _,
                    Fact.PointsTransferred _ -> {
                // nobody sold anything
            }
        }
    }

    private Staff staff(LocalDate day) {
        var staff = programmes.apply(day).membership().staff();
        last = Optional.of(staff);
        return staff;
    }

    // Cards

    private void enrolled(Recorded recorded, Fact.MemberEnrolled enrolled, LocalDate day, boolean told) {
        people.enrolled(enrolled);
        var seller = enrolled.profile().origin().seller().or(recorded.entry()::operator);
        if (seller.isEmpty()) {
            return;
        }
        var first = haveSold.add(seller.get());
        if (told) {
            var earnings = earnings(seller.get());
            earnings.cards++;
            for (var commission : staff(day).commissions()) {
                if (commission instanceof Commission.Card(var amount, var tiers)
                        && (tiers.isEmpty() || tiers.contains(enrolled.tier()))) {
                    earnings.forCards = earnings.forCards.plus(amount);
                } else if (commission instanceof Commission.FirstCard(var amount) && first) {
                    earnings.forCards = earnings.forCards.plus(amount);
                }
            }
        }
    }

    // Recharges

    private void recharged(Recorded recorded, Fact.Recharged recharged, LocalDate day, boolean told) {
        var seller = recorded.entry().operator();
        if (!told || seller.isEmpty()) {
            return;
        }
        var earnings = earnings(seller.get());
        earnings.recharged = earnings.recharged.plus(recharged.amount());
        earnings.rechargedIn.merge(YearMonth.from(day), recharged.amount(), Money::plus);
        for (var commission : staff(day).commissions()) {
            if (commission instanceof Commission.Recharge(Rate share)) {
                earnings.forRecharges =
                        earnings.forRecharges.plus(recharged.amount().at(share));
            }
        }
        var ahead = leader.map(who -> earnings(who).recharged).orElse(Money.ZERO);
        if (earnings.recharged.compareTo(ahead) > 0) {
            leader = seller; // of equal ones, who came there first stays ahead
        }
    }

    // Sales

    private void sale(Recorded recorded, Sale sale, LocalDate day, boolean told) {
        if (told) {
            recorded.entry().operator().map(this::earnings).ifPresent(earnings -> {
                earnings.sold = earnings.sold.plus(sale.sums().payable());
                earnings.soldIn.merge(YearMonth.from(day), sale.sums().payable(), Money::plus);
            });
        }
        sale.buyer().map(Sale.Buyer::no).ifPresent(buyer -> {
            var origin = people.member(buyer).map(People.Known::origin).orElse(Profile.Origin.NONE);
            if (told && staff(day).consultant()) {
                origin.seller()
                        .map(this::earnings)
                        .ifPresent(earnings -> earnings.advised =
                                earnings.advised.plus(sale.sums().payable()));
            }
            if (!origin.company().isEmpty()) {
                var bought = new Bought(buyer, origin.company());
                ofCompanies.put(sale.receipt(), bought);
                spends(bought, sale.sums().payable(), day, told);
            }
        });
    }

    /// What this purchase adds to the commission on the company's month so far.
    private void spends(Bought bought, Money amount, LocalDate day, boolean told) {
        var company = new Company(bought.company(), YearMonth.from(day));
        var before = spent.getOrDefault(company, Money.ZERO);
        var after = before.plus(amount);
        spent.put(company, after);
        var seller =
                people.member(bought.buyer()).flatMap(known -> known.origin().seller());
        if (told && seller.isPresent()) {
            var earnings = earnings(seller.get());
            earnings.companies = earnings.companies.plus(amount);
            for (var commission : staff(day).commissions()) {
                if (commission instanceof Commission.CompanySpend bands) {
                    var more = commission(bands, after).minus(commission(bands, before));
                    earnings.forCompanies = earnings.forCompanies.plus(more);
                }
            }
        }
    }

    /// Each part of a sum by its own band, all of it rounded half-up to the fen.
    static Money commission(Commission.CompanySpend bands, Money spend) {
        var millionths = 0L;
        var all = bands.bands();
        for (var i = 0; i < all.size(); i++) {
            var upTo = i + 1 < all.size() ? spend.min(all.get(i + 1).from()) : spend;
            var part = upTo.minus(all.get(i).from()).max(Money.ZERO);
            millionths = Math.addExact(
                    millionths,
                    Math.multiplyExact(part.fen(), all.get(i).share().parts()));
        }
        return Money.ofFen(Math.floorDiv(millionths + Rate.WHOLE / 2, Rate.WHOLE));
    }

    private Earnings earnings(OperatorId seller) {
        return sellers.computeIfAbsent(seller, _ -> new Earnings());
    }

    /// One seller's figures while they are added up.
    private static final class Earnings {
        private long cards;
        private Money forCards = Money.ZERO;
        private Money recharged = Money.ZERO;
        private Money forRecharges = Money.ZERO;
        private Money sold = Money.ZERO;
        private Money advised = Money.ZERO;
        private Money companies = Money.ZERO;
        private Money forCompanies = Money.ZERO;
        private final Map<YearMonth, Money> rechargedIn = new TreeMap<>();
        private final Map<YearMonth, Money> soldIn = new TreeMap<>();

        Money all(Money best) {
            return forCards.plus(forRecharges).plus(forCompanies).plus(best);
        }
    }

    // Tables

    @Override
    public List<Table> tables() {
        return List.of(commissions(), reached());
    }

    private Table commissions() {
        var rows = new ArrayList<List<Cell>>();
        sellers.forEach((seller, earned) -> {
            var best = leader.filter(seller::equals).isPresent() ? bestOfPeriod() : Money.ZERO;
            rows.add(List.of(
                    Cell.of(seller.value()),
                    Cell.of(people.name(seller)),
                    Cell.of(earned.sold),
                    Cell.of(earned.advised),
                    Cell.of(earned.cards),
                    Cell.of(earned.forCards),
                    Cell.of(earned.recharged),
                    Cell.of(earned.forRecharges),
                    Cell.of(best),
                    Cell.of(earned.companies),
                    Cell.of(earned.forCompanies),
                    Cell.of(earned.all(best))));
        });
        return Table.of(
                        "commission",
                        "operator",
                        "name",
                        "sold",
                        "advised",
                        "cards",
                        "for-cards",
                        "recharged",
                        "for-recharges",
                        "best",
                        "companies",
                        "for-companies",
                        "commission")
                .with(rows);
    }

    private Money bestOfPeriod() {
        return last.stream()
                .flatMap(staff -> staff.commissions().stream())
                .map(commission -> commission instanceof Commission.BestOfPeriod(var amount) ? amount : Money.ZERO)
                .reduce(Money.ZERO, Money::plus);
    }

    private Table reached() {
        var rows = new ArrayList<List<Cell>>();
        sellers.forEach((seller, earned) -> people.operator(seller)
                .flatMap(targets::of)
                .ifPresent(target -> {
                    target.rechargeAMonth()
                            .ifPresent(amount -> rows.addAll(reached(seller, "recharges", amount, earned.rechargedIn)));
                    target.salesAMonth()
                            .ifPresent(amount -> rows.addAll(reached(seller, "sales", amount, earned.soldIn)));
                }));
        return Table.of("targets", "operator", "name", "month", "figure", "target", "reached", "share")
                .with(rows);
    }

    private List<List<Cell>> reached(OperatorId seller, String figure, Money target, Map<YearMonth, Money> months) {
        var rows = new ArrayList<List<Cell>>();
        months.forEach((month, reached) -> rows.add(List.of(
                Cell.of(seller.value()),
                Cell.of(people.name(seller)),
                Cell.of(month.toString()),
                Cell.word("figure." + figure),
                Cell.of(target),
                Cell.of(reached),
                target.isPositive()
                        ? new Cell.Share(new Rate(
                                Math.floorDiv(Math.multiplyExact(reached.fen(), 1_000L), target.fen()) * 1_000L))
                        : Cell.of(""))));
        return rows;
    }
}
