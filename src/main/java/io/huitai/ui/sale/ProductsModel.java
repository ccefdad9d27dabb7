package io.huitai.ui.sale;

import io.huitai.money.Quantity;
import io.huitai.shop.Product;
import io.huitai.till.bill.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// Which products the tiles show: those of a tab, or what was typed; and which of them Enter would take.
final class ProductsModel {
    private static final int MOST_HITS = 60;
    private static final int NONE = -1;

    /// "3*gbjd" is three of it; "0.35*" with nothing behind it is only a quantity.
    private static final Pattern TIMES = Pattern.compile("\\s*([0-9]{1,6}(?:\\.[0-9]{1,3})?)\\s*[*×xX]\\s*(.*)");

    private final Catalogue catalogue;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<String> group = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<List<Product>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper hot = new ReadOnlyIntegerWrapper(NONE);

    ProductsModel(Catalogue catalogue) {
        this.catalogue = catalogue;
        search.subscribe(_ -> refresh());
        groups().stream().findFirst().ifPresent(this::choose);
    }

    StringProperty search() {
        return search;
    }

    List<String> groups() {
        return catalogue.groups();
    }

    ReadOnlyObjectProperty<String> group() {
        return group.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Product>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The tab whose products are shown; empty while a search looks through all of them.
    ObservableValue<String> openGroup() {
        return search.flatMap(_ -> words().isBlank() ? group : new ReadOnlyObjectWrapper<>(""));
    }

    /// The place of the tile that Enter would take, -1 for none.
    ReadOnlyIntegerProperty hot() {
        return hot.getReadOnlyProperty();
    }

    void choose(String tab) {
        group.set(tab);
        search.set("");
        refresh();
    }

    boolean isSearching() {
        return !search.get().isBlank();
    }

    /// How many of it, as typed in front of a star; one where nothing was.
    Quantity quantity() {
        return typedQuantity().orElse(Quantity.ONE);
    }

    /// A quantity alone, with no product behind its star.
    Optional<Quantity> quantityAlone() {
        return words().isEmpty() ? typedQuantity() : Optional.empty();
    }

    Optional<Product> hotProduct() {
        var place = hot.get();
        return place >= 0 && place < shown.get().size()
                ? Optional.of(shown.get().get(place))
                : Optional.empty();
    }

    void clear() {
        search.set("");
        hot.set(NONE);
    }

    /// Moves the mark among the tiles.
    void move(int by) {
        var last = shown.get().size() - 1;
        if (last >= 0) {
            hot.set(hot.get() == NONE ? 0 : Math.clamp(hot.get() + by, 0, last));
        }
    }

    private Optional<Quantity> typedQuantity() {
        var match = TIMES.matcher(search.get());
        if (!match.matches() || match.group(1).matches("0+(?:\\.0+)?")) {
            return Optional.empty();
        }
        return Optional.of(Quantity.parse(match.group(1)));
    }

    private String words() {
        var match = TIMES.matcher(search.get());
        return match.matches() ? match.group(2) : search.get();
    }

    private void refresh() {
        var words = words().strip();
        if (words.isEmpty()) {
            shown.set(catalogue.products().stream()
                    .filter(product -> product.group().equals(group.get()))
                    .toList());
            hot.set(NONE);
        } else {
            shown.set(catalogue.search(words, MOST_HITS));
            hot.set(shown.get().isEmpty() ? NONE : 0);
        }
    }
}
