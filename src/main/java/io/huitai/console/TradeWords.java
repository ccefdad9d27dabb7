package io.huitai.console;

import static io.huitai.console.BadRequest.Code.BAD_AMOUNT;
import static io.huitai.console.BadRequest.Code.OVERFLOW;

import io.huitai.device.decode.Uids;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.programme.pricing.Explanation;
import io.huitai.programme.scheme.Ladder;
import io.huitai.programme.words.Reason;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Category;
import io.huitai.shop.Label;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Occasion;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.Sku;
import io.huitai.shop.StoreId;
import io.huitai.shop.TenderType;
import io.huitai.shop.Writing;
import io.huitai.shop.id.GiftId;
import io.huitai.shop.id.RuleId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.store.ShiftReport;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.club.Cards;
import io.huitai.till.club.Roster;
import io.huitai.till.member.MemberView;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// The values of the trade in the console's JSON: how each is read, with its own words where it is wrong, and how it is
/// written.
final class TradeWords extends SimpleModule {
    private static final long serialVersionUID = 1;

    TradeWords() {
        reading();
        writing();
    }

    /// The number of a line, or of a payment, from 1.
    record LineNo(int value) {
        private static LineNo of(long number) {
            if (number < 1 || number > Integer.MAX_VALUE) {
                throw new BadRequest("", Wrong.NOT_LINE);
            }
            return new LineNo((int) number);
        }
    }

    record AboveZero(Money amount) {
        AboveZero {
            if (amount.isZero()) {
                throw new BadRequest(BAD_AMOUNT, "", Wrong.ZERO);
            }
        }
    }

    /// A field of several shapes, read further where it is known which.
    record Varied(JsonNode node) {}

    /// A whole number, or "max".
    record OrMax(OptionalLong number) {}

    /// A PIN, a track, a code: not printed, wherever the request that holds it is.
    record Secret(String text) {
        @Override
        public String toString() {
            return "Secret[]";
        }
    }

    /// What a contactless reader gives, in capitals; never repeated in an answer.
    record Uid(String hex) {
        static Uid of(String hex) {
            var bare = Uids.hex(hex).orElse(hex);
            if (bare.isEmpty() || !bare.chars().allMatch(HexFormat::isHexDigit)) {
                throw new IllegalArgumentException("it is not hexadecimal");
            }
            return new Uid(bare.toUpperCase(Locale.ROOT));
        }
    }

    private void reading() {
        addAbstractTypeMapping(Set.class, LinkedHashSet.class); // as they were written
        read(Varied.class, in -> new Varied(in.readValueAsTree()));
        read(boolean.class, TradeWords::flag);
        read(Boolean.class, TradeWords::flag);
        read(long.class, TradeWords::whole);
        read(Long.class, TradeWords::whole);
        read(LineNo.class, in -> LineNo.of(whole(in)));
        read(OrMax.class, TradeWords::orMax);
        text(String.class, text -> text);
        text(Secret.class, Secret::new);
        text(Money.class, TradeWords::amount);
        text(AboveZero.class, text -> new AboveZero(amount(text)));
        text(Quantity.class, text -> number(text, Quantity::parse));
        text(LocalDate.class, TradeWords::date);
        text(OffsetDateTime.class, TradeWords::time);
        text(Sku.class, Sku::new);
        text(Category.class, Category::new);
        text(StoreId.class, StoreId::new);
        text(OperatorId.class, OperatorId::new);
        text(MemberNo.class, MemberNo::read);
        text(ReceiptNo.class, ReceiptNo::new);
        text(Uid.class, Uid::of);
        text(
                CardNumber.class,
                text -> new CardNumber(Uids.hex(text).orElse(text.strip().toUpperCase(Locale.ROOT))));
        text(BillVerbs.Tapped.class, BillVerbs.Tapped::of);
        text(BillVerbs.Share.class, BillVerbs.Share::of);
        text(ClubVerbs.Percent.class, ClubVerbs.Percent::of);
        text(MemberVerbs.Referrer.class, MemberVerbs.Referrer::of);
        word(MemberVerbs.Gender.class, MemberVerbs.Gender::of);
        word(TillVerbs.Form.class, TillVerbs.Form::of);
        word(TenderType.class, TenderType::of);
        word(OutletKind.class, OutletKind::of);
        word(ServiceMode.class, ServiceMode::of);
        word(Occasion.class, Occasion::of);
        word(Ladder.Period.class, Ladder.Period::of);
        word(Cards.Reason.class, Cards.Reason::of);
    }

    private void writing() {
        List.of(Money.class, Quantity.class, Rate.class, MemberNo.class, ReceiptNo.class, OperatorId.class, Sku.class)
                .forEach(type -> addSerializer(type, ToStringSerializer.instance));
        List.of(TierId.class, VoucherTypeId.class, RuleId.class, GiftId.class)
                .forEach(type -> addSerializer(type, ToStringSerializer.instance));
        write(OffsetDateTime.class, (time, _) -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)); // with seconds
        write(TenderType.class, (type, _) -> type.code());
        write(Role.class, (role, _) -> role.code());
        write(CardNumber.class, (card, _) -> new MemberAnswer.Masked(card.masked()));
        write(MemberView.Card.class, MemberAnswer.Card::of);
        write(MemberView.class, MemberAnswer::of);
        write(OpenBill.class, BillAnswer::of);
        write(Roster.Rejected.class, ClubVerbs.Rejected::of);
        write(Label.class, Label::in);
        write(Reason.class, Explanation::of);
        setMixInAnnotation(ShiftReport.class, TillVerbs.OfReport.class);
        setMixInAnnotation(ShiftReport.Drawer.class, TillVerbs.OfDrawer.class);
    }

    private <T> void read(Class<T> type, Function<JsonParser, ? extends T> reading) {
        addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return reading.apply(in);
            }
        });
    }

    /// A text that `reader` turns into a value of the trade; its IllegalArgumentException names the fault.
    private <T> void text(Class<T> type, Function<String, T> reader) {
        read(type, in -> reader.apply(text(in)));
    }

    /// One word of a fixed list.
    private <T> void word(Class<T> type, Function<String, Optional<T>> list) {
        text(type, text -> list.apply(text).orElseThrow(() -> new BadRequest("", Wrong.NO_SUCH_WORD, text)));
    }

    /// A value that is written as another one, in the answer's language.
    private <T> void write(Class<T> type, BiFunction<? super T, Lang, Object> as) {
        addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                context.writeValue(out, as.apply(value, (Lang) context.getAttribute(Lang.class)));
            }
        });
    }

    private static String text(JsonParser in) {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            throw new BadRequest("", Wrong.NOT_TEXT);
        }
        return in.getString();
    }

    private static long whole(JsonParser in) {
        if (!in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            throw new BadRequest("", Wrong.NOT_WHOLE);
        }
        if (in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new BadRequest(OVERFLOW, "", Wrong.TOO_LARGE);
        }
        return in.getLongValue();
    }

    private static OrMax orMax(JsonParser in) {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            return new OrMax(OptionalLong.of(whole(in)));
        }
        if (!in.getString().equals("max")) {
            throw new BadRequest("", Wrong.WHOLE_OR_MAX);
        }
        return new OrMax(OptionalLong.empty());
    }

    private static boolean flag(JsonParser in) {
        if (!in.hasToken(JsonToken.VALUE_TRUE) && !in.hasToken(JsonToken.VALUE_FALSE)) {
            throw new BadRequest("", Wrong.NOT_FLAG);
        }
        return in.getBooleanValue();
    }

    /// An amount of yuan that is not negative: a string with at most two decimals.
    private static Money amount(String text) {
        var amount = number(text, Money::parse);
        if (amount.isNegative()) {
            throw new BadRequest(BAD_AMOUNT, "", Wrong.NEGATIVE, text);
        }
        return amount;
    }

    /// "12" and "12.5" percent are 0.12 and 0.125.
    ///
    /// @param most of it, in parts of the percentage
    /// @param wrong what the text is where it is none
    static Rate percent(String text, long most, String wrong) {
        var hundredfold = Rate.parse(text).parts();
        if (hundredfold % 100 != 0 || hundredfold > most) {
            throw new NumberFormatException("'" + text + "' " + wrong);
        }
        return new Rate(hundredfold / 100);
    }

    private static <T> T number(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (NumberFormatException wrong) {
            throw new BadRequest(BAD_AMOUNT, "", Wrong.NOT_AMOUNT, String.valueOf(wrong.getMessage()));
        } catch (ArithmeticException large) {
            throw new BadRequest(OVERFLOW, "", Wrong.TOO_LARGE);
        }
    }

    /// A moment in ISO-8601 with an offset.
    private static OffsetDateTime time(String text) {
        try {
            var time = OffsetDateTime.parse(text);
            return inYears(text, time, time.getYear());
        } catch (DateTimeException wrong) {
            throw new BadRequest("", Wrong.NOT_TIME, text);
        }
    }

    /// A date as YYYY-MM-DD.
    private static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(Writing.plain(text));
            return inYears(text, date, date.getYear());
        } catch (DateTimeException wrong) {
            throw new BadRequest("", Wrong.NOT_DATE, text);
        }
    }

    private static <T> T inYears(String text, T date, int year) {
        if (year < 1 || year > 9999) {
            throw new BadRequest("", Wrong.NOT_YEAR, text);
        }
        return date;
    }
}
