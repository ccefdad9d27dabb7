package io.huitai.shop.person;

import io.huitai.money.Money;

/// A company that pays by account (挂账).
///
/// @param limit what it may owe before a manager is asked
/// @param billingDay the day of the month that it is billed on; in a shorter month the last one
public record Company(String name, Money limit, int billingDay) {
    public Company {
        if (name.isBlank() || limit.isNegative() || billingDay < 1 || billingDay > 31) {
            throw new IllegalArgumentException("A company has a name, a limit and a day of the month: " + name);
        }
    }
}
