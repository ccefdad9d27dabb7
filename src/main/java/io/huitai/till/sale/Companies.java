package io.huitai.till.sale;

import io.huitai.journal.fact.Fact;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Lot;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.shop.Writing;
import io.huitai.shop.person.Company;
import io.huitai.till.book.Book;
import io.huitai.till.book.Scheme;
import io.huitai.till.member.TakenLots;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Companies that pay by account (挂账): what they owe, day by day, and what they have paid of it.
public final class Companies {
    private static final int LONGEST_NAME = 100;

    private final Book book;
    private final Scheme scheme;

    Companies(Book book, Scheme scheme) {
        this.book = book;
        this.scheme = scheme;
    }

    /// What a company owes; below zero where more came back than was open.
    public Money owed(String company) {
        return Money.ofFen(book.store().account(Account.company(company)).tally(Asset.CREDIT));
    }

    /// A company by the name that it has here, whichever way it was written: as head office tells it, else as it was
    /// charged before.
    String named(String written) {
        var known = book.store().companies().stream().map(Company::name);
        return Stream.concat(known, book.store().companyAccounts().keySet().stream())
                .filter(isCalled(written))
                .findFirst()
                .orElseGet(() -> Writing.tidy(written));
    }

    private static Predicate<String> isCalled(String written) {
        var key = Writing.key(written);
        return name -> Writing.key(name).equals(key);
    }

    /// What a tender charges to a company today. Refused: `NOT_IN_PROGRAMME`, `BAD_REQUEST`.
    List<Posting> charging(String company, Money amount) {
        if (!scheme.now().membership().accounts()) {
            throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, TenderType.ACCOUNT.code());
        }
        if (company.length() > LONGEST_NAME) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "company");
        }
        return List.of(Posting.tally(Account.company(company), Asset.CREDIT, book.today(), amount.fen()));
    }

    /// Whether a charge brings a company above its limit; one that nobody knows has none.
    boolean isAboveLimit(String company, Money amount) {
        var limit = book.store().companies().stream()
                .filter(known -> known.name().equals(company))
                .findFirst()
                .map(Company::limit)
                .orElse(Money.ZERO);
        var called = isCalled(company);
        var owed = book.store().companyAccounts().entrySet().stream()
                .filter(account -> called.test(account.getKey()))
                .mapToLong(account -> account.getValue().tally(Asset.CREDIT))
                .sum();
        return Money.ofFen(owed).plus(amount).compareTo(limit) > 0;
    }

    // Settlement

    /// What a company has paid.
    ///
    /// @param balance what it owes after that
    public record Settled(ReceiptNo receipt, Money balance) {}

    /// Takes what a company pays of its debt, the oldest first. Refused: `NO_SHIFT`, `NOT_IN_PROGRAMME`, `BAD_REQUEST`
    /// for a tender that is no money, `BAD_AMOUNT`, `OVER_TENDERED` for more than it owes.
    ///
    /// @param written its name; an account that is called just so comes first
    public Settled settle(String written, Money amount, TenderType type) {
        var shift = book.shift();
        var company = owed(written).isZero() ? named(written) : written;
        Book.mustBeMoney(type);
        Book.fits(amount);
        if (!amount.isPositive()) {
            throw Refusal.of(ErrorCode.BAD_AMOUNT, "");
        }
        var owed = owed(company);
        if (owed.isZero() && !scheme.now().membership().accounts()) {
            throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, TenderType.ACCOUNT.code());
        }
        if (amount.compareTo(owed) > 0) {
            throw Refusal.of(ErrorCode.OVER_TENDERED, owed.max(Money.ZERO));
        }
        var account = Account.company(company);
        var postings = new ArrayList<Posting>();
        for (var part : TakenLots.part(open(book.store().account(account)), 0, amount.fen())) {
            postings.add(part.moved(account, Account.MONEY));
        }
        var receipt = book.nextReceipt();
        var tender = new Tender(1, type, amount, Money.ZERO, "");
        book.forced(new Fact.AccountSettled(receipt, shift, book.businessDay(), company, tender, postings));
        return new Settled(receipt, owed.minus(amount));
    }

    /// The days that are not paid for, oldest first.
    private static List<Holding> open(Balances balances) {
        return balances.all().stream()
                .filter(holding -> holding.asset().equals(Asset.CREDIT) && holding.amount() > 0)
                .sorted(Comparator.comparing(holding -> holding.lot().id()))
                .toList();
    }

    /// What a refund takes off a company's debt: that of the charge's own day first, then the oldest. Where it owes
    /// less than that, the house owes the rest.
    public List<Posting> returning(String company, LocalDate charged, Money amount) {
        var account = Account.company(company);
        var own = Lot.tallyOf(charged);
        var open = new ArrayList<>(open(book.store().account(account)));
        open.sort(Comparator.comparing(holding -> !holding.lot().id().equals(own.id())));
        var postings = new ArrayList<Posting>();
        var left = amount.fen();
        for (var part : TakenLots.part(open, 0, left)) {
            postings.add(part.moved(account, Account.ISSUED));
            left -= part.amount();
        }
        if (left > 0) {
            postings.add(new Posting(account, Account.ISSUED, Asset.CREDIT, own, left));
        }
        return List.copyOf(postings);
    }

    // Ageing

    /// How old a company's debt is, by the day that each charge was or will be billed on: what is not billed yet is
    /// not old.
    ///
    /// @param limit empty for a company that head office has not told of
    public record Aged(String company, Optional<Money> limit, Money upTo30, Money upTo60, Money upTo90, Money over90) {
        public Money owed() {
            return upTo30.plus(upTo60).plus(upTo90).plus(over90);
        }
    }

    /// The debts of all companies on a day, by name.
    public List<Aged> ageing(LocalDate day) {
        var known = book.store().companies();
        var accounts = book.store().companyAccounts();
        var names = new TreeSet<>(accounts.keySet());
        known.forEach(company -> names.add(company.name()));
        return names.stream()
                .map(name -> aged(
                        name,
                        known.stream()
                                .filter(company -> company.name().equals(name))
                                .findFirst(),
                        accounts.getOrDefault(name, Balances.NONE),
                        day))
                .toList();
    }

    private static Aged aged(String name, Optional<Company> company, Balances balances, LocalDate day) {
        var billing =
                company.map(Company::billingDay).orElse(YearMonth.from(day).lengthOfMonth());
        var debts = open(balances);
        var owed = balances.tally(Asset.CREDIT);
        var sum = debts.stream().mapToLong(Holding::amount).sum();
        var byAge = new long[4];
        for (var debt : TakenLots.part(debts, sum - Math.max(0, owed), sum)) { // what came back pays the oldest
            var charged = debt.lot().from().orElse(day);
            var days = ChronoUnit.DAYS.between(billed(charged, billing), day);
            byAge[days <= 30 ? 0 : days <= 60 ? 1 : days <= 90 ? 2 : 3] += debt.amount();
        }
        if (owed < 0) {
            byAge[0] = owed;
        }
        return new Aged(
                name,
                company.map(Company::limit),
                Money.ofFen(byAge[0]),
                Money.ofFen(byAge[1]),
                Money.ofFen(byAge[2]),
                Money.ofFen(byAge[3]));
    }

    /// The day that a charge is billed on: the next billing day, in a shorter month its last day.
    static LocalDate billed(LocalDate charged, int billingDay) {
        var month = YearMonth.from(charged);
        var inMonth = month.atDay(Math.min(billingDay, month.lengthOfMonth()));
        if (!charged.isAfter(inMonth)) {
            return inMonth;
        }
        var next = month.plusMonths(1);
        return next.atDay(Math.min(billingDay, next.lengthOfMonth()));
    }
}
