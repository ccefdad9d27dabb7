package io.huitai.journal.fact;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import io.huitai.intake.Bounds;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Holding;
import io.huitai.ledger.Tally;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.programme.words.Reason;
import io.huitai.shop.Approval;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Category;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Occasion;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Role;
import io.huitai.shop.ServiceMode;
import io.huitai.shop.Sku;
import io.huitai.shop.StepDigest;
import io.huitai.shop.StoreId;
import io.huitai.shop.TenderType;
import io.huitai.shop.TillId;
import io.huitai.shop.id.GiftId;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/// Facts as JSON and back. Ids, amounts and enums are strings; times are ISO-8601; what is not known is an error.
public final class FactJson {
    private static final Map<String, Class<?>> KINDS =
            kinds(Fact.class).collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(Bounds.MESSAGES).build())
            .addModule(words())
            .addMixIn(Approval.class, InWordsOnce.class)
            .addMixIn(Reason.class, ByItsName.class)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private FactJson() {}

    /// The kinds of facts, or of feed values, of a sealed group; each once.
    public static Stream<Class<?>> kinds(Class<?> group) {
        return group.isSealed()
                ? Arrays.stream(group.getPermittedSubclasses())
                        .<Class<?>>flatMap(FactJson::kinds)
                        .distinct()
                : Stream.of(group);
    }

    /// The words of the house, for a mapper of another format.
    public static SimpleModule words() {
        return new Words()
                .text(Money.class, Money::toString, Money::parse)
                .text(Quantity.class, Quantity::toString, Quantity::parse)
                .text(Rate.class, Rate::toString, Rate::parse)
                .text(StoreId.class, StoreId::value, StoreId::new)
                .text(TillId.class, TillId::value, TillId::new)
                .text(OperatorId.class, OperatorId::value, OperatorId::new)
                .text(MemberNo.class, MemberNo::value, MemberNo::new)
                .text(Sku.class, Sku::value, Sku::new)
                .text(ProgrammeId.class, ProgrammeId::value, ProgrammeId::new)
                .text(TierId.class, TierId::value, TierId::new)
                .text(VoucherTypeId.class, VoucherTypeId::value, VoucherTypeId::new)
                .text(GiftId.class, GiftId::value, GiftId::new)
                .text(Once.class, Once::text, Once::new)
                .text(ReceiptNo.class, ReceiptNo::value, ReceiptNo::new)
                .text(CardNumber.class, CardNumber::value, CardNumber::new)
                .text(Category.class, Category::path, Category::new)
                .text(Account.class, Account::name, Account::new)
                .text(Asset.class, Asset::code, Asset::new)
                .text(StepDigest.class, StepDigest::hex, StepDigest::new)
                .code(Role.class, Role::code, Role::of)
                .code(OutletKind.class, OutletKind::code, OutletKind::of)
                .code(ServiceMode.class, ServiceMode::code, ServiceMode::of)
                .code(Occasion.class, Occasion::code, Occasion::of)
                .code(TenderType.class, TenderType::code, TenderType::of)
                .shaped(Balances.class, new TypeReference<List<Holding>>() {}, Balances::all, Balances::of)
                .shaped(Tally.class, new TypeReference<long[]>() {}, Tally::steps, Tally::of);
    }

    /// The mapper that knows the words of the house, for rows and messages that carry the same values.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static ObjectNode write(Fact fact) {
        return MAPPER.valueToTree(fact);
    }

    /// @throws IllegalArgumentException when the kind is not one of ours
    /// @throws tools.jackson.core.JacksonException when the body is not of that kind
    public static Fact read(String kind, ObjectNode body) {
        var type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("No entry is of kind '" + kind + "' in this version");
        }
        return (Fact) MAPPER.treeToValue(body, type);
    }

    /// Approvals said in words what they were for before they were bound to it.
    @JsonIgnoreProperties("what")
    private interface InWordsOnce {}

    /// The record's name is the reason's code and never changes once it has shipped.
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface ByItsName {}

    private static final class Words extends SimpleModule {
        private static final long serialVersionUID = 1;

        <T> Words code(Class<T> type, Function<T, String> write, Function<String, Optional<T>> read) {
            return text(
                    type,
                    write,
                    code -> read.apply(code)
                            .orElseThrow(() ->
                                    new IllegalArgumentException("'" + code + "' is no " + type.getSimpleName())));
        }

        /// A value that is written as another one is.
        <T, S> Words shaped(Class<T> type, TypeReference<S> shape, Function<T, S> write, Function<S, T> read) {
            addSerializer(type, new StdSerializer<T>(type) {
                @Override
                public void serialize(T value, JsonGenerator out, SerializationContext context) {
                    context.writeValue(out, write.apply(value));
                }
            });
            addDeserializer(type, new StdDeserializer<T>(type) {
                @Override
                public T deserialize(JsonParser in, DeserializationContext context) {
                    return read.apply(
                            context.readValue(in, context.getTypeFactory().constructType(shape)));
                }
            });
            return this;
        }

        <T> Words text(Class<T> type, Function<T, String> write, Function<String, T> read) {
            addSerializer(type, new StdSerializer<T>(type) {
                @Override
                public void serialize(T value, JsonGenerator out, SerializationContext context) {
                    out.writeString(write.apply(value));
                }
            });
            addDeserializer(type, new StdDeserializer<T>(type) {
                @Override
                public T deserialize(JsonParser in, DeserializationContext context) {
                    return read.apply(in.getString());
                }
            });
            addKeySerializer(type, new StdSerializer<T>(type) {
                @Override
                public void serialize(T value, JsonGenerator out, SerializationContext context) {
                    out.writeName(write.apply(value));
                }
            });
            addKeyDeserializer(type, new KeyDeserializer() {
                @Override
                public Object deserializeKey(String key, DeserializationContext context) {
                    return read.apply(key);
                }
            });
            return this;
        }
    }
}
