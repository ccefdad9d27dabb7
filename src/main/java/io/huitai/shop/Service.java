package io.huitai.shop;

import java.util.Optional;

/// How a bill is served; empty texts where nothing was said.
public record Service(
        ServiceMode mode, int adults, Optional<Occasion> occasion, String table, String room, String note) {
    public static final Service DEFAULT = new Service(ServiceMode.DINE_IN, 0, Optional.empty(), "", "", "");
}
