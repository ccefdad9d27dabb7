package io.huitai.store;

import io.huitai.journal.fact.FactJson;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.Category;
import io.huitai.shop.Dish;
import io.huitai.shop.Operator;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Product;
import io.huitai.shop.Role;
import io.huitai.shop.Sku;
import io.huitai.shop.person.Company;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Between rows and the records of the shop.
final class Shapes {
    private Shapes() {}

    static StoreRows.ProductRow row(Product product, int place) {
        var row = new StoreRows.ProductRow();
        row.sku = product.sku().value();
        row.place = place;
        row.ean = product.ean().orElse(null);
        row.name = product.name();
        row.nameEn = product.nameEn();
        row.initials = product.initials();
        row.category = product.category().path();
        row.tab = product.group();
        row.price = product.price().fen();
        row.memberPrice = product.memberPrice().map(Money::fen).orElse(null);
        row.unit = product.unit();
        row.flags = String.join("|", new TreeSet<>(product.flags()));
        row.tax = product.taxRate().parts();
        row.dish = product.dish().map(FactJson.mapper()::writeValueAsString).orElse(null);
        return row;
    }

    static Product product(StoreRows.ProductRow row) {
        return new Product(
                new Sku(row.sku),
                Optional.ofNullable(row.ean),
                row.name,
                row.nameEn,
                row.initials,
                new Category(row.category),
                row.tab,
                Money.ofFen(row.price),
                Optional.ofNullable(row.memberPrice).map(Money::ofFen),
                row.unit,
                row.flags.isEmpty() ? Set.of() : Set.of(row.flags.split("\\|", -1)),
                new Rate(row.tax),
                Optional.ofNullable(row.dish).map(dish -> FactJson.mapper().readValue(dish, Dish.class)));
    }

    static StoreRows.OperatorRow row(Operator operator) {
        var row = new StoreRows.OperatorRow();
        row.id = operator.id().value();
        row.name = operator.name();
        row.role = operator.role().code();
        row.pinHash = operator.pinHash();
        row.cardHash = operator.cardHash().orElse(null);
        return row;
    }

    static Operator operator(StoreRows.OperatorRow row) {
        var role = Role.of(row.role).orElseThrow(() -> new IllegalStateException("No role is called " + row.role));
        return new Operator(new OperatorId(row.id), row.name, role, row.pinHash, Optional.ofNullable(row.cardHash));
    }

    static StoreRows.CompanyRow row(Company company) {
        var row = new StoreRows.CompanyRow();
        row.name = company.name();
        row.limit = company.limit().fen();
        row.billingDay = company.billingDay();
        return row;
    }

    static Company company(StoreRows.CompanyRow row) {
        return new Company(row.name, Money.ofFen(row.limit), row.billingDay);
    }
}
