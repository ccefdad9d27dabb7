package io.huitai.ui.fittings;

import io.huitai.money.Money;
import io.huitai.shop.Lang;
import io.huitai.shop.TenderType;
import io.huitai.shop.Wording;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The window's words in one language, from `texts_zh.properties` and `texts_en.properties`.
public record Words(Wording wording, DateTimeFormatter days, DateTimeFormatter dates) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public static Words in(Lang lang) {
        var wording = Wording.of(Words.class, lang);
        return new Words(
                wording,
                DateTimeFormatter.ofPattern(wording.say("day.short"), Locale.ENGLISH),
                DateTimeFormatter.ofPattern(wording.say("day.long"), Locale.ENGLISH));
    }

    public Lang lang() {
        return wording.lang();
    }

    /// A text with its places filled.
    public String get(String key, Object... details) {
        return wording.say(key, details);
    }

    /// As "¥68.80", "−¥20.64".
    public String yuan(Money amount) {
        return amount.isNegative() ? "−¥" + amount.negated() : "¥" + amount;
    }

    /// Signed without the currency, as "−20.64".
    public String signed(Money amount) {
        return amount.isNegative() ? "−" + amount.negated() : amount.toString();
    }

    /// With thousands apart, as "12,480".
    public String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public String day(LocalDate day) {
        return days.format(day);
    }

    /// A day with its year.
    public String date(LocalDate day) {
        return dates.format(day);
    }

    /// The day only where it is not today.
    public String moment(OffsetDateTime at, LocalDate today) {
        var time = TIME.format(at);
        return at.toLocalDate().equals(today) ? get("moment.today", time) : day(at.toLocalDate()) + " " + time;
    }

    public String tender(TenderType type) {
        return get("tender." + type.code());
    }
}
