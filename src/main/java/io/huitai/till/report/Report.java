package io.huitai.till.report;

import java.util.List;

/// What one kind of report says of a period.
///
/// @param kind the key of its title
/// @param shop whose it is
public record Report(String kind, Period period, String shop, List<Table> tables) {
    public Report {
        tables = List.copyOf(tables);
    }
}
