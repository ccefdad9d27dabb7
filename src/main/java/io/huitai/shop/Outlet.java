package io.huitai.shop;

/// Where a bill is made: a store and its kind.
public record Outlet(StoreId store, OutletKind kind) {}
