package io.huitai.programme.words;

import io.huitai.shop.Occasion;
import io.huitai.shop.ServiceMode;
import java.util.List;
import java.util.Optional;

/// What is to be priced.
///
/// @param adults how many sit at the table; informs the screen, no price depends on it
/// @param lines in the order of their numbers; may be empty
/// @param manual what staff took off by hand, after the programme's discounts and before vouchers
public record Basket(
        ServiceMode service,
        long adults,
        Optional<Occasion> event,
        List<BasketLine> lines,
        List<ManualDiscount> manual) {
    public Basket {
        lines = List.copyOf(lines);
        manual = List.copyOf(manual);
    }

    public Basket(ServiceMode service, long adults, Optional<Occasion> event, List<BasketLine> lines) {
        this(service, adults, event, lines, List.of());
    }
}
