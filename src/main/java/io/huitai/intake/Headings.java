package io.huitai.intake;

import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import java.util.List;
import java.util.stream.Collectors;

/// Some columns, as people call them.
record Headings(List<? extends Column> columns) implements Wording.InWords {
    Headings {
        columns = List.copyOf(columns);
    }

    @Override
    public String in(Lang lang) {
        return columns.stream()
                .map(column -> column.heading(lang))
                .collect(Collectors.joining(Wording.of(Headings.class, lang).say("between")));
    }
}
