package io.huitai.intake;

import io.huitai.intake.RawRow.RawCell;
import io.huitai.intake.UnfitFile.Why;
import io.huitai.shop.Lang;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The row that names the columns, once it is found: the first one that has all that are needed.
final class Header<C extends Enum<C> & Column> {
    /// Spaces, line breaks and what cannot be seen; marks that people put beside a heading.
    private static final Pattern ORNAMENT = Pattern.compile("[\\s\\p{Z}\\p{C}*:_\\-\"'.]");

    /// As "手机（必填）".
    private static final Pattern REMARK = Pattern.compile("(?<=.)\\([^()]*\\)$");

    private static final Pattern TOTAL =
            Pattern.compile("(合计|总计|共计|小计|总人数|合计人数|total|subtotal|grandtotal|sum)(\\d*人?)?");

    private final List<C> wanted;
    private Map<Integer, C> places = Map.of();
    private List<String> passedOver = List.of();
    private Optional<Headed<C>> nearest = Optional.empty();
    private int last;
    private int seen;
    private long first;

    Header(List<C> wanted) {
        this.wanted = wanted;
    }

    /// A row as a header: which columns it names.
    private record Headed<C>(long line, Map<C, List<Integer>> columns) {}

    boolean isKnown() {
        return !places.isEmpty();
    }

    int likeness() {
        return nearest.map(headed -> headed.columns().size()).orElse(0);
    }

    List<String> passedOver() {
        return passedOver;
    }

    void look(RawRow row) throws UnfitFile {
        if (seen++ == 0) {
            first = row.line();
        }
        if (seen > Bounds.ROWS_ABOVE) {
            mustBeKnown();
        }
        var headed = new Headed<>(row.line(), named(row));
        if (nearest.isEmpty() || headed.columns().size() > likeness()) {
            nearest = Optional.of(headed);
        }
        if (missing(headed).isEmpty()) {
            settle(headed, row);
        }
    }

    void mustBeKnown() throws UnfitFile {
        if (isKnown()) {
            return;
        }
        if (nearest.isEmpty()) {
            throw new UnfitFile(Why.EMPTY);
        }
        var headed = nearest.get();
        throw new UnfitFile(
                Why.COLUMNS,
                new Headings(missing(headed)),
                headed.columns().isEmpty() ? first : headed.line(),
                new Headings(wanted.stream().filter(Column::isNeeded).toList()));
    }

    private List<C> missing(Headed<C> headed) {
        return wanted.stream()
                .filter(column -> column.isNeeded() && !headed.columns().containsKey(column))
                .toList();
    }

    private void settle(Headed<C> headed, RawRow row) throws UnfitFile {
        var found = new HashMap<Integer, C>();
        for (var each : headed.columns().entrySet()) {
            if (each.getValue().size() > 1) {
                throw new UnfitFile(Why.TWICE, new Headings(List.of(each.getKey())), headed.line());
            }
            found.put(each.getValue().getFirst(), each.getKey());
        }
        places = Map.copyOf(found);
        last = row.cells().stream()
                .filter(cell -> !cell.isEmpty())
                .mapToInt(RawCell::column)
                .max()
                .orElse(0);
        passedOver = row.cells().stream()
                .filter(cell -> !cell.isEmpty() && !places.containsKey(cell.column()))
                .map(cell -> Cells.line(cell.text()))
                .toList();
    }

    /// Which columns a row names, and where: by their usual words, else by others.
    private Map<C, List<Integer>> named(RawRow row) {
        var byWords = new HashMap<String, List<Integer>>();
        for (var cell : row.cells()) {
            if (cell.kind() == RawRow.Kind.TEXT && cell.text().length() <= Bounds.CELL) {
                byWords.computeIfAbsent(bare(cell.text()), _ -> new ArrayList<>())
                        .add(cell.column());
            }
        }
        var columns = new HashMap<C, List<Integer>>();
        for (var column : wanted) {
            var usual = new ArrayList<Integer>();
            for (var lang : Lang.values()) {
                usual.addAll(byWords.getOrDefault(bare(column.heading(lang)), List.of()));
            }
            if (usual.isEmpty()) {
                column.headings().stream()
                        .map(other -> byWords.getOrDefault(bare(other), List.of()))
                        .forEach(usual::addAll);
            }
            if (!usual.isEmpty()) {
                columns.put(column, usual.stream().distinct().toList());
            }
        }
        return columns;
    }

    private static String bare(String heading) {
        var plain = ORNAMENT.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC))
                .replaceAll("");
        return REMARK.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /// The cells of a row below, by column, but for empty ones.
    Map<C, SentCell> named(RawRow row, Class<C> columns) {
        var cells = new EnumMap<C, SentCell>(columns);
        for (var raw : row.cells()) {
            var column = places.get(raw.column());
            if (column != null) {
                var cell = Cells.read(raw, column.content());
                if (!cell.isEmpty()) {
                    cells.put(column, cell);
                }
            }
        }
        return cells;
    }

    /// Whether something stands beside the columns that have a heading.
    boolean isOverrun(RawRow row) {
        return row.cells().stream().anyMatch(cell -> cell.column() > last && !cell.isEmpty());
    }

    /// Whether a row sums up those above it: it says so, and has little else.
    static boolean isTotal(RawRow row, int named) {
        return named <= 2
                && row.cells().stream()
                        .filter(cell ->
                                cell.kind() == RawRow.Kind.TEXT && cell.text().length() <= 20)
                        .map(RawCell::text)
                        .anyMatch(text -> TOTAL.matcher(bare(text)).matches());
    }
}
