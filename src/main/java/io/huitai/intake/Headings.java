package io.huitai.intake;

import io.huitai.shop.Lang;
import java.util.List;
import java.util.stream.Collectors;

/// Some columns, as people call them.
record Headings(List<? extends Column> columns) {
    Headings {
        columns = List.copyOf(columns);
    }

    String text(Lang lang) {
        var between = switch (lang) {
            case ZH -> "、";
            case EN -> ", ";
        };
        return columns.stream().map(column -> column.heading(lang)).collect(Collectors.joining(between));
    }
}
