package io.huitai.till.refusal;

import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import java.time.LocalDate;

/// Why something was done, as the journal has it: a code of ours, with its value behind a colon, or what somebody
/// typed.
public record Why(String written) implements Wording.InWords {
    /// A membership that was paid for until a day.
    public static Why unpaid(LocalDate until) {
        return new Why("unpaid:" + until);
    }

    /// A card without a purchase for so many days.
    public static Why unused(int days) {
        return new Why("unused:" + days);
    }

    @Override
    public String in(Lang lang) {
        var parts = written.split(":", 2);
        var wording = Wording.of(Why.class, lang);
        var key = "why." + parts[0];
        return wording.has(key) ? wording.say(key, parts[parts.length - 1]) : written;
    }
}
