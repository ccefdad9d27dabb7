package io.huitai;

import io.huitai.money.Money;
import io.huitai.programme.pricing.Simulation.Compared;
import io.huitai.programme.pricing.Simulation.Figures;
import io.huitai.programme.pricing.Simulation.Report;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import io.huitai.shop.id.TierId;
import io.huitai.till.report.AlignedText;
import io.huitai.till.report.Csv;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A simulation's result, for people and for spreadsheets.
record SimulationReport(Report report, Programme next) {
    private static final String WALK_IN = "walk-in";

    /// What is told of a group of bills.
    private enum Figure {
        GROSS,
        DISCOUNT,
        VOUCHER,
        POINTS_VALUE,
        PAYABLE,
        POINTS,
        LIABILITY;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        BigDecimal of(Figures figures) {
            return switch (this) {
                case GROSS -> amount(figures.sums().gross());
                case DISCOUNT -> amount(figures.sums().discount());
                case VOUCHER -> amount(figures.sums().voucher());
                case POINTS_VALUE -> amount(figures.sums().pointsValue());
                case PAYABLE -> amount(figures.sums().payable());
                case POINTS -> BigDecimal.valueOf(figures.points());
                case LIABILITY -> figures.liability().setScale(2, RoundingMode.HALF_UP);
            };
        }
    }

    private record Row(
            String part, String name, String figure, BigDecimal before, BigDecimal after, BigDecimal change) {
        static Row of(String part, String name, String figure, BigDecimal before, BigDecimal after) {
            return new Row(part, name, figure, before, after, after.subtract(before));
        }
    }

    private static BigDecimal amount(Money money) {
        return new BigDecimal(money.toString());
    }

    // CSV

    /// One figure a line: `part,name,figure,before,after,change`, parts `all`, `tier` and `rule`, with a head line.
    void csv(Writer out) {
        try (var csv = Csv.to(out)) {
            csv.row(List.of("part", "name", "figure", "before", "after", "change"));
            for (var row : rows()) {
                csv.row(List.of(row.part(), row.name(), row.figure(), row.before(), row.after(), row.change()));
            }
        }
    }

    private List<Row> rows() {
        var rows = new ArrayList<>(rows("all", "", report.all()));
        report.tiers().forEach((tier, compared) -> rows.addAll(rows("tier", name(tier), compared)));
        report.rules()
                .forEach((rule, taken) ->
                        rows.add(Row.of("rule", rule, "taken", amount(taken.before()), amount(taken.after()))));
        return rows;
    }

    private static List<Row> rows(String part, String name, Compared compared) {
        var bills = BigDecimal.valueOf(compared.bills());
        var rows = new ArrayList<Row>();
        rows.add(Row.of(part, name, "bills", bills, bills));
        for (var figure : Figure.values()) {
            rows.add(Row.of(part, name, figure.key(), figure.of(compared.before()), figure.of(compared.after())));
        }
        return rows;
    }

    private static String name(Optional<TierId> tier) {
        return tier.map(TierId::value).orElse(WALK_IN);
    }

    // Table

    /// Aligned columns under headings, and what the numbers do not tell.
    List<String> table(Lang lang) {
        var texts = Wording.of(SimulationReport.class, lang);
        var cells = new ArrayList<List<String>>();
        group(cells, texts, texts.say("simulation.all"), rows("all", "", report.all()));
        report.tiers().forEach((tier, compared) -> {
            if (compared.bills() > 0) {
                group(cells, texts, heading(tier, lang, texts), rows("tier", name(tier), compared));
            }
        });
        cells.add(List.of(texts.say("simulation.rules"), "", "", ""));
        rows().stream()
                .filter(row -> row.part().equals("rule"))
                .forEach(row -> cells.add(List.of(
                        "  " + row.name(),
                        row.before().toPlainString(),
                        row.after().toPlainString(),
                        row.change().toPlainString())));
        var lines = new ArrayList<>(AlignedText.lines(cells, false, true, true, true));
        if (report.unknownTier() > 0) {
            lines.add(texts.say("simulation.unknown-tier", report.unknownTier()));
        }
        if (report.notUsed() > 0) {
            lines.add(texts.say("simulation.not-used", report.notUsed()));
        }
        lines.add(texts.say("simulation.not-simulated"));
        return lines;
    }

    private String heading(Optional<TierId> tier, Lang lang, Wording texts) {
        return tier.map(id -> next.known(id).name().in(lang) + " (" + id + ")")
                .orElseGet(() -> texts.say("simulation." + WALK_IN));
    }

    private static void group(List<List<String>> cells, Wording texts, String heading, List<Row> rows) {
        cells.add(List.of(
                heading,
                texts.say("simulation.before"),
                texts.say("simulation.after"),
                texts.say("simulation.change")));
        for (var row : rows) {
            cells.add(List.of(
                    "  " + texts.say("simulation.figure." + row.figure()),
                    row.before().toPlainString(),
                    row.after().toPlainString(),
                    row.change().toPlainString()));
        }
    }
}
