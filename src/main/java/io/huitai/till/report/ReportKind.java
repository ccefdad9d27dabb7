package io.huitai.till.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What there are reports on.
public enum ReportKind {
    /// Sales by hour, category and tender, tax, recharges and fees.
    SALES,
    /// What each rule took off.
    RULES,
    /// Points and vouchers: brought, used, taken back, run out, and what members still hold.
    POINTS,
    /// Money on members' cards, owed to them.
    STORED,
    /// What companies owe, and since when.
    ACCOUNTS,
    /// What somebody should look at.
    EXCEPTIONS,
    /// Commission of the staff, and their targets.
    STAFF,
    /// Who brought whom.
    REFERRALS;

    public static Optional<ReportKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /// Whether it tells what was taken, from which who counts the drawer would know what should be in it.
    public boolean tellsTakings() {
        return switch (this) {
            case SALES, STORED, STAFF -> true;
            case RULES, POINTS, ACCOUNTS, EXCEPTIONS, REFERRALS -> false;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
