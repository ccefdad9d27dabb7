package io.huitai.shop;

/// Where a bill is made: a store, its kind and its calendar.
public record Outlet(StoreId store, OutletKind kind, WorkingDays calendar) {
    /// A store without a calendar of its own: weekends are free.
    public Outlet(StoreId store, OutletKind kind) {
        this(store, kind, WorkingDays.WEEKDAYS);
    }
}
