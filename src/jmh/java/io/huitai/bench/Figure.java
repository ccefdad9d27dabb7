package io.huitai.bench;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A row of the table.
///
/// @param baseline what it is held against, in words with its own figure; empty where it is only reported
/// @param ratio value ÷ baseline in the same unit, above 1 is slower or larger; 0 where it is only reported
record Figure(String name, double value, String unit, String baseline, double ratio) {
    private static final JsonMapper JSON = new JsonMapper();

    static Figure beside(String name, double value, String unit, String baseline, double other) {
        return new Figure(name, value, unit, baseline + " " + written(other), value / other);
    }

    static Figure reported(String name, double value, String unit, String note) {
        return new Figure(name, value, unit, note, 0);
    }

    static Figure read(String line) {
        return JSON.readValue(line, Figure.class);
    }

    String line() {
        return JSON.writeValueAsString(Map.of(
                "name", name, "value", rounded(value), "unit", unit, "baseline", baseline, "ratio", rounded(ratio)));
    }

    /// As a row of a Markdown table.
    String row() {
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(name, written(value), unit, baseline, ratio == 0 ? "" : written(ratio));
    }

    /// Three digits that count.
    private static double rounded(double value) {
        return value == 0
                ? 0
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(Math.max(3, (int) Math.log10(Math.abs(value)) + 1)))
                        .doubleValue();
    }

    private static String written(double value) {
        return new java.math.BigDecimal(Double.toString(rounded(value)))
                .stripTrailingZeros()
                .toPlainString();
    }
}
