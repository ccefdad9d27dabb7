package io.huitai.till.book;

import io.huitai.shop.Outlet;
import io.huitai.till.settings.TillSettings;

/// What every room of a till is wired from.
///
/// @param clock the till's own time, which the book's times come from
/// @param attempts wrong PINs and proofs, counted over the whole till
public record Kernel(
        Book book, Scheme scheme, TillClock clock, TillSettings settings, Outlet outlet, Attempts attempts) {
    public static Kernel of(Book book, Scheme scheme, TillClock clock, TillSettings settings, Outlet outlet) {
        return new Kernel(book, scheme, clock, settings, outlet, new Attempts(book, clock, settings.training()));
    }
}
