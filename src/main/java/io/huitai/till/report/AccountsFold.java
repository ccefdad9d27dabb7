package io.huitai.till.report;

import io.huitai.journal.Recorded;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What companies owe at a period's end, by the age of each charge, and what they charged and paid in it.
final class AccountsFold implements Fold {
    /// The ages' last days.
    private static final List<Integer> AGES = List.of(30, 60, 90);

    /// @param holdings what it owes, by the day of the charge
    private record Owed(Balances holdings, Money charged, Money settled) {
        static final Owed NOTHING = new Owed(Balances.NONE, Money.ZERO, Money.ZERO);
    }

    private final Map<Account, Owed> companies =
            new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
    private final Optional<LocalDate> end;
    private LocalDate last = LocalDate.EPOCH;

    /// @param end the day that ages are counted to; the last entry's where none is given
    AccountsFold(Optional<LocalDate> end) {
        this.end = end;
    }

    @Override
    public void take(Recorded recorded, LocalDate day, boolean told) {
        last = day;
        for (var posting : recorded.fact().postings()) {
            if (posting.asset().equals(Asset.CREDIT)) {
                take(posting.from(), posting, told);
                take(posting.to(), posting, told);
            }
        }
    }

    private void take(Account account, Posting posting, boolean told) {
        if (!account.isOfHouse()) {
            return;
        }
        var owed = companies.getOrDefault(account, Owed.NOTHING);
        var amount = Money.ofFen(told ? posting.amount() : 0);
        var charged = posting.to().equals(account);
        companies.put(
                account,
                new Owed(
                        owed.holdings().after(account, List.of(posting)),
                        charged ? owed.charged().plus(amount) : owed.charged(),
                        charged ? owed.settled() : owed.settled().plus(amount)));
    }

    @Override
    public List<Table> tables() {
        var rows = new ArrayList<List<Cell>>();
        companies.forEach((account, owed) -> {
            var ages = new Money[AGES.size() + 1];
            Arrays.fill(ages, Money.ZERO);
            for (var holding : owed.holdings().all()) {
                ages[age(holding)] = ages[age(holding)].plus(Money.ofFen(holding.amount()));
            }
            var row = new ArrayList<Cell>();
            row.add(Cell.of(account.company()));
            row.add(Cell.of(owed.charged()));
            row.add(Cell.of(owed.settled()));
            row.add(Cell.of(List.of(ages).stream().reduce(Money.ZERO, Money::plus)));
            List.of(ages).forEach(amount -> row.add(Cell.of(amount)));
            rows.add(row);
        });
        return List.of(Table.of(
                        "accounts",
                        "company",
                        "charged",
                        "settled",
                        "owed",
                        "days-30",
                        "days-60",
                        "days-90",
                        "days-more")
                .with(rows));
    }

    private int age(Holding holding) {
        var days = holding.lot()
                .from()
                .map(from -> ChronoUnit.DAYS.between(from, end.orElse(last)))
                .orElse(0L);
        return (int) AGES.stream().filter(limit -> days > limit).count();
    }
}
