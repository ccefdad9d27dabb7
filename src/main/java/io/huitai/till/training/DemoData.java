package io.huitai.till.training;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Category;
import io.huitai.shop.Dish;
import io.huitai.shop.Label;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Operator;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Product;
import io.huitai.shop.Role;
import io.huitai.shop.Sku;
import io.huitai.shop.person.Company;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/// What a training store starts with: `assets/demo/*.csv`, in the order of the files.
public record DemoData(
        List<Product> products, List<Operator> operators, List<DemoMember> members, List<Company> companies) {
    private static final String FOLDER = "/assets/demo/";

    public DemoData {
        products = List.copyOf(products);
        operators = List.copyOf(operators);
        members = List.copyOf(members);
        companies = List.copyOf(companies);
    }

    /// Reads the files from the class path.
    ///
    /// @throws IllegalStateException when a file is missing or a row is not what `assets/demo/README.md` says
    public static DemoData read() {
        return new DemoData(
                catalogue(),
                rows("operators.csv", OperatorRow.class).stream()
                        .map(OperatorRow::operator)
                        .toList(),
                rows("members.csv", MemberRow.class).stream()
                        .map(MemberRow::member)
                        .toList(),
                rows("companies.csv", CompanyRow.class).stream()
                        .map(CompanyRow::company)
                        .toList());
    }

    private static List<Product> catalogue() {
        var dishes = rows("dishes.csv", DishRow.class).stream().collect(Collectors.groupingBy(DishRow::sku));
        var products = new ArrayList<Product>();
        for (var row : rows("products.csv", ProductRow.class)) {
            products.add(row.product(Optional.ofNullable(dishes.get(row.sku)).map(DishRow::dish)));
        }
        for (var row : rows("market.csv", ProductRow.class)) {
            products.add(row.product(Optional.of(new Dish(true, List.of(), List.of()))));
        }
        return products;
    }

    private static <R> List<R> rows(String file, Class<R> type) {
        var mapper = CsvMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(CsvReadFeature.FAIL_ON_MISSING_COLUMNS)
                .build();
        try (var in = DemoData.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("The demo data lack " + file);
            }
            return mapper.readerFor(type)
                    .with(CsvSchema.emptySchema().withHeader())
                    .<R>readValues(in)
                    .readAll();
        } catch (JacksonException unreadable) {
            throw new IllegalStateException("The demo data's " + file + " is not readable", unreadable);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A member of a training store, in the programme's first tier and with nothing on the accounts.
    ///
    /// @param phone eleven digits
    /// @param gender `m` or `f`
    public record DemoMember(
            MemberNo no,
            String name,
            String phone,
            CardNumber card,
            LocalDate birthday,
            String gender,
            LocalDate joined) {
        @Override
        public String toString() {
            return "DemoMember[" + no + "]";
        }
    }

    /// The columns of `products.csv`.
    private record ProductRow(
            String sku,
            String ean,
            String name,
            String nameEn,
            String initials,
            String category,
            String group,
            String price,
            String memberPrice,
            String unit,
            String flags,
            String taxRate) {
        Product product(Optional<Dish> dish) {
            return new Product(
                    new Sku(sku),
                    filled(ean),
                    name,
                    nameEn,
                    initials,
                    new Category(category),
                    group,
                    Money.parse(price),
                    filled(memberPrice).map(Money::parse),
                    unit,
                    filled(flags).map(some -> Set.of(some.split("\\|", -1))).orElse(Set.of()),
                    Rate.parse(taxRate),
                    dish);
        }

        private static Optional<String> filled(String cell) {
            return Optional.of(cell).filter(text -> !text.isEmpty());
        }
    }

    /// The columns of `dishes.csv`; rows of one course stand together.
    private record DishRow(
            String sku,
            String kind,
            String code,
            String name,
            String nameEn,
            String product,
            String qty,
            String extra) {
        static Dish dish(List<DishRow> rows) {
            var modifiers = rows.stream()
                    .filter(row -> row.kind.equals("modifier"))
                    .map(row -> new Dish.Modifier(row.code, row.label(), Money.parse(row.extra)))
                    .toList();
            var courses = new LinkedHashMap<String, List<DishRow>>();
            rows.stream()
                    .filter(row -> row.kind.equals("course"))
                    .forEach(row -> courses.computeIfAbsent(row.code, _ -> new ArrayList<>())
                            .add(row));
            return new Dish(
                    false,
                    modifiers,
                    courses.values().stream().map(DishRow::course).toList());
        }

        private static Dish.Course course(List<DishRow> rows) {
            var first = rows.getFirst();
            return new Dish.Course(
                    first.code,
                    first.label(),
                    rows.stream()
                            .map(row -> new Dish.Serving(
                                    new Sku(row.product), Quantity.parse(row.qty), Money.parse(row.extra)))
                            .toList());
        }

        private Label label() {
            return new Label(name, nameEn);
        }
    }

    /// The columns of `operators.csv`.
    private record OperatorRow(
            String id, String name, String role, String pin, String card, String pinHash, String cardHash) {
        Operator operator() {
            return new Operator(
                    new OperatorId(id), name, Role.of(role).orElseThrow(), pinHash, ProductRow.filled(cardHash));
        }

        @Override
        public String toString() {
            return "OperatorRow[" + id + "]";
        }
    }

    /// The columns of `members.csv`.
    private record MemberRow(
            String no, String name, String phone, String card, String birthday, String gender, String joined) {
        DemoMember member() {
            return new DemoMember(
                    new MemberNo(no),
                    name,
                    phone,
                    new CardNumber(card),
                    LocalDate.parse(birthday),
                    gender,
                    LocalDate.parse(joined));
        }

        @Override
        public String toString() {
            return "MemberRow[" + no + "]";
        }
    }

    /// The columns of `companies.csv`.
    private record CompanyRow(String name, String limit, int billingDay) {
        Company company() {
            return new Company(name, Money.parse(limit), billingDay);
        }
    }
}
