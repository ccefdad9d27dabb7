package io.huitai.ui.fapiao;

import io.huitai.shop.Fapiao;
import io.huitai.shop.Writing;
import io.huitai.shop.person.TaxNumber;
import io.huitai.till.refund.Buyers;
import io.huitai.till.refund.Fapiaos;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// A tax invoice while it is asked for: of which sale, and made out to whom. Knows no nodes.
final class FapiaoModel {
    private static final int MOST_OFFERS = 4;

    private final Errands errands;
    private final Notices notices;
    private final Fapiaos.Invoiceable sale;
    private final Consumer<Fapiao> asked;
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty taxNumber = new SimpleStringProperty("");
    private final BooleanProperty company = new SimpleBooleanProperty(true);
    private boolean asking;

    /// @param asked told the invoice that was asked for
    FapiaoModel(Errands errands, Notices notices, Fapiaos.Invoiceable sale, Consumer<Fapiao> asked) {
        this.errands = errands;
        this.notices = notices;
        this.sale = sale;
        this.asked = asked;
    }

    Fapiaos.Invoiceable sale() {
        return sale;
    }

    StringProperty title() {
        return title;
    }

    /// A person has none.
    StringProperty taxNumber() {
        return taxNumber;
    }

    BooleanProperty company() {
        return company;
    }

    /// Whoever asked before: the member's own first, and every company whose title holds what is typed.
    ObservableValue<List<Fapiao.Buyer>> offers() {
        return title.map(text -> offers(text));
    }

    private List<Fapiao.Buyer> offers(String text) {
        var typed = Writing.key(text);
        var companies = typed.isEmpty() ? Stream.<Fapiao.Buyer>empty() : sale.companies().stream();
        return Stream.concat(sale.buyers().stream(), companies)
                .filter(buyer -> Writing.key(buyer.title()).contains(typed))
                .distinct()
                .limit(MOST_OFFERS)
                .toList();
    }

    void choose(Fapiao.Buyer buyer) {
        company.set(!buyer.taxNumber().isEmpty());
        taxNumber.set(buyer.taxNumber());
        title.set(buyer.title());
    }

    /// Asks for it; one that was asked for already is passed on once more, to the same buyer.
    void ask() {
        sale.asked().map(Fapiao::buyer).or(this::buyer).ifPresent(this::ask);
    }

    private Optional<Fapiao.Buyer> buyer() {
        if (!Buyers.isTitle(title.get())) {
            notices.say(Notices.Kind.HINT, "fapiao.title.missing");
            return Optional.empty();
        }
        if (company.get() && TaxNumber.read(taxNumber.get()).isEmpty()) {
            notices.say(Notices.Kind.HINT, "fapiao.tax.wrong");
            return Optional.empty();
        }
        return Optional.of(Buyers.of(title.get(), company.get() ? taxNumber.get() : ""));
    }

    private void ask(Fapiao.Buyer buyer) {
        if (!asking) {
            asking = true;
            errands.desk(
                    desk -> desk.refund().fapiaos().request(Optional.of(sale.receipt()), buyer),
                    asked,
                    notices::refused,
                    () -> asking = false);
        }
    }
}
