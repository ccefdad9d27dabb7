package io.huitai.till.bill;

import io.huitai.device.decode.Scan;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Product;
import io.huitai.shop.Weight;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.TillSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the labels of scales say: a product, what it weighs, what it costs.
public final class ScaleLabels {
    private static final String LOOSE = "loose";

    private final Catalogue catalogue;
    private final List<String> weightPrefixes;
    private final TillSettings.ScaleEntry scale;

    ScaleLabels(Catalogue catalogue, List<String> weightPrefixes, TillSettings.ScaleEntry scale) {
        this.catalogue = catalogue;
        this.weightPrefixes = List.copyOf(weightPrefixes);
        this.scale = scale;
    }

    /// Thirteen digits: a weight in grams or an amount in fen, as settings say by prefix. Empty where the item is not
    /// ours.
    Optional<ScanMeaning> goods(Scan.Weighed label) {
        return product(label.prefix(), label.item())
                .map(product -> weightPrefixes.contains(label.prefix())
                        ? measured(product, OptionalLong.of(label.value()), OptionalLong.empty(), label.code())
                        : measured(product, OptionalLong.empty(), OptionalLong.of(label.value()), label.code()));
    }

    /// Eighteen digits: amount and weight in the scale's order, or in the other where only that agrees with the
    /// catalogue's price. Empty where the item is not ours.
    Optional<ScanMeaning> goods(Scan.Label label) {
        return product(label.prefix(), label.item())
                .filter(_ -> label.checked() || isPrefix(label))
                .map(product -> {
                    if (!label.checked()) {
                        return new ScanMeaning.Refused(
                                Refusal.worded(ErrorCode.UNKNOWN_PRODUCT, "misread", label.code()));
                    }
                    if (label.first() == 0 && label.second() == 0) {
                        return new ScanMeaning.Refused(Refusal.of(ErrorCode.UNKNOWN_PRODUCT, label.code()));
                    }
                    var weightFirst = isWeightFirst(product, label);
                    var weight = weightFirst ? label.first() : label.second();
                    var amount = weightFirst ? label.second() : label.first();
                    return measured(product, said(weight), said(amount), label.code());
                });
    }

    /// Whether a label is of the house's scale, whatever lies behind it: then it is nobody's payment code.
    boolean isOurs(Scan.Label label) {
        return isPrefix(label)
                && (label.checked() || product(label.prefix(), label.item()).isPresent());
    }

    /// A product with what a code says of its weight and price. Only goods that are weighed or loose have a price of
    /// their own on every piece: on others it would be whatever somebody printed.
    ///
    /// @param code for the words of a refusal
    ScanMeaning measured(Product product, OptionalLong grams, OptionalLong fen, String code) {
        if ((grams.isPresent() && grams.getAsLong() == 0) || (fen.isPresent() && fen.getAsLong() == 0)) {
            return new ScanMeaning.Refused(Refusal.of(ErrorCode.UNKNOWN_PRODUCT, code));
        }
        var qty = grams.isPresent() ? Kitchen.ofGrams(product, grams.getAsLong()) : Quantity.ONE;
        if (fen.isEmpty()) {
            return new ScanMeaning.OfGoods(product, qty);
        }
        var amount = Money.ofFen(fen.getAsLong());
        if (grams.isEmpty()) {
            return new ScanMeaning.OfGoods(product.costing(amount), Quantity.ONE);
        }
        if (qty.of(product.price()).equals(amount)) {
            return new ScanMeaning.OfGoods(product, qty);
        }
        var unit = qty.unitOf(amount);
        return qty.of(unit).equals(amount)
                ? new ScanMeaning.OfGoods(product.costing(unit), qty)
                : new ScanMeaning.OfGoods(product.costing(amount), Quantity.ONE);
    }

    /// What a GS1 element string says of its measure counts for goods that are weighed.
    ScanMeaning measured(Product product, Scan.Measured goods) {
        var weighed = Weight.of(product.unit()).isPresent();
        var grams = weighed ? goods.grams() : OptionalLong.empty();
        var fen = weighed || product.flags().contains(LOOSE) ? goods.fen() : OptionalLong.empty();
        return measured(product, grams, fen, goods.gtin());
    }

    private Optional<Product> product(String prefix, String item) {
        return catalogue.scanned(prefix + item);
    }

    private boolean isPrefix(Scan.Label label) {
        return scale.prefixes().contains(label.prefix());
    }

    private boolean isWeightFirst(Product product, Scan.Label label) {
        var set = scale.saysWeightFirst();
        var onlyOther = agrees(product, label, !set) && !agrees(product, label, set);
        return onlyOther != set;
    }

    private static boolean agrees(Product product, Scan.Label label, boolean weightFirst) {
        var weight = weightFirst ? label.first() : label.second();
        var amount = weightFirst ? label.second() : label.first();
        return weight > 0
                && Kitchen.ofGrams(product, weight).of(product.price()).equals(Money.ofFen(amount));
    }

    /// Scales leave empty what they do not say, unless both are.
    private static OptionalLong said(int digits) {
        return digits == 0 ? OptionalLong.empty() : OptionalLong.of(digits);
    }
}
