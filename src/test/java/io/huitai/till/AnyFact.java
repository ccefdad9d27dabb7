package io.huitai.till;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.Profile;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.shop.Label;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.till.book.ChargedTo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Facts of every kind with anything in them, as their records allow it.
public final class AnyFact {
    private static final List<String> FITTING =
            List.of("S001-T1-000007", "9988000000000015", "ab".repeat(32), "food", "1001", "m", "id");

    private final Random random;

    public AnyFact(long seed) {
        this.random = new Random(seed);
    }

    public Fact of(Class<?> kind) {
        return (Fact) record(kind);
    }

    private Object record(Class<?> type) {
        if (type.equals(Tender.class)) {
            return tender();
        }
        var parts = type.getRecordComponents();
        if (parts.length == 1 && parts[0].getType().equals(String.class)) {
            return fitting(type);
        }
        return made(type, Arrays.stream(parts).map(this::any).toArray());
    }

    private Tender tender() {
        var type = List.of(TenderType.values()).get(random.nextInt(TenderType.values().length));
        var reference = switch (type) {
            case ROOM -> new ChargedTo.Room("301", "张三").reference("");
            case ACCOUNT -> new ChargedTo.Company("蓝海").reference("");
            case CASH, CARD, WECHAT, ALIPAY, UNIONPAY, CHEQUE, STORED -> "";
        };
        return new Tender(1, type, Money.ofFen(1 + random.nextInt(100_000)), Money.ZERO, reference);
    }

    private static Object fitting(Class<?> type) {
        for (var text : FITTING) {
            try {
                return made(type, text);
            } catch (IllegalArgumentException _) { // another one fits
            }
        }
        throw new AssertionError("Nothing fits " + type);
    }

    private static Object made(Class<?> type, Object... parts) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(type.getName(), impossible);
        }
    }

    private Object any(RecordComponent part) {
        var person = part.getDeclaringRecord().equals(Profile.class)
                && part.getName().equals("name");
        return person ? "欧阳娜娜" : any(part.getGenericType(), part.getName());
    }

    private Object any(Type type, String name) {
        if (type instanceof ParameterizedType many) {
            var of = many.getActualTypeArguments();
            return switch (many.getRawType().getTypeName()) {
                case "java.util.Optional" -> random.nextInt(3) == 0 ? Optional.empty() : Optional.of(any(of[0], name));
                case "java.util.List" ->
                    IntStream.range(0, of[0].equals(Posting.class) ? 0 : random.nextInt(3))
                            .mapToObj(_ -> any(of[0], name))
                            .toList();
                default -> Map.of(any(of[0], name), any(of[1], name));
            };
        }
        var plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        return switch (plain.getSimpleName()) {
            case "String" -> text(name);
            case "Money" -> Money.ofFen(random.nextInt(200_000) - 50_000);
            case "Quantity" -> new Quantity(1 + random.nextInt(9_000));
            case "Rate" -> Rate.parse("0." + (1 + random.nextInt(8)));
            case "Label" -> new Label("客诉" + name, "Complaint " + name);
            case "long", "Long" ->
                name.equals("thousandths") ? 1L + random.nextInt(9_000) : (long) random.nextInt(10_000) - 2_000;
            case "int", "Integer" -> 1 + random.nextInt(9);
            case "boolean", "Boolean" -> random.nextBoolean();
            case "LocalDate" -> LocalDate.parse("2026-06-10").plusDays(random.nextInt(300));
            case "OffsetDateTime" -> OffsetDateTime.parse("2026-06-10T12:00:00+08:00");
            default ->
                record(plain.isSealed() ? FactJson.kinds(plain).findFirst().orElseThrow() : plain);
        };
    }

    private String text(String name) {
        return switch (name) {
            case "reason" -> random.nextBoolean() ? "lost" : "damaged";
            case "name" -> "清蒸鱼";
            case "taxNumber" -> "123456789012345678";
            default -> name + random.nextInt(100) + "'{0}";
        };
    }
}
