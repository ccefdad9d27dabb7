package io.huitai.ui.fittings;

import io.huitai.money.Money;
import io.huitai.shop.Lang;
import io.huitai.shop.TenderType;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/// The window's words in one language, from `texts_zh.properties` and `texts_en.properties`.
public record Words(Lang lang, ResourceBundle bundle) {
    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("M月d日", Locale.ROOT);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter DATE_EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public static Words in(Lang lang) {
        var locale = switch (lang) {
            case ZH -> Locale.SIMPLIFIED_CHINESE;
            case EN -> Locale.ENGLISH;
        };
        return new Words(lang, ResourceBundle.getBundle("io.huitai.ui.texts", locale));
    }

    /// A text with its places filled; amounts and numbers go in as text.
    public String get(String key, Object... args) {
        var pattern = bundle.getString(key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(args);
    }

    /// The text of a key, or these words where there is none: for names that data brings.
    public String orSame(String key, String words) {
        return bundle.containsKey(key) ? bundle.getString(key) : words;
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
        return switch (lang) {
            case ZH -> DAY_ZH.format(day);
            case EN -> DAY_EN.format(day);
        };
    }

    /// A day with its year.
    public String date(LocalDate day) {
        return switch (lang) {
            case ZH -> DATE_ZH.format(day);
            case EN -> DATE_EN.format(day);
        };
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
