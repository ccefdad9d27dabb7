package io.huitai.programme.file;

import io.huitai.programme.file.Yaml.Form;
import io.huitai.shop.Label;
import io.huitai.shop.WorkingDays;
import io.huitai.shop.WorkingDays.Holiday;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a store's calendar: holidays in the order of the year, and the weekends that are worked.
public final class CalendarFile {
    private static final String NAME = "calendar.yaml";

    private CalendarFile() {}

    /// The calendar of a store directory; weekends are free where it has none.
    ///
    /// @throws BadProgramme when the file is wrong, with the places
    public static WorkingDays of(Path directory) {
        var file = directory.resolve(NAME);
        return Files.exists(file) ? read(file) : WorkingDays.WEEKDAYS;
    }

    /// The calendar of a file.
    ///
    /// @throws BadProgramme when the file is wrong, with the places, or cannot be read
    public static WorkingDays read(Path file) {
        return read(file.toString(), Programmes.bytes(file));
    }

    /// @param source the file's name, for faults
    static WorkingDays read(String source, byte[] bytes) {
        var faults = new Faults(source);
        var calendar = BlockReader.read(ProgrammeFile.tree(bytes, faults), faults, CalendarFile::calendar);
        faults.settle();
        return calendar;
    }

    private static WorkingDays calendar(BlockReader block) {
        block.someOf("holidays", "working-days");
        var holidays = new ArrayList<Holiday>();
        block.items("holidays", each -> holiday(each, holidays).map(holidays::add));
        return new WorkingDays(holidays, Set.copyOf(block.oneOrMore("working-days", workedBeside(holidays))));
    }

    /// A holiday that begins after the one before it has ended; empty where it is at fault.
    private static Optional<Holiday> holiday(BlockReader block, List<Holiday> before) {
        var first = block.value("first", Value.DATE);
        var last = block.value("last", Value.DATE);
        Label name = block.label("name");
        var earliest = before.isEmpty() ? first : before.getLast().last().plusDays(1);
        var follows =
                block.claim(!first.isBefore(earliest), "first", Found.DAY.of(first.toString()), notBefore(earliest));
        var ends = block.claim(!last.isBefore(first), "last", Found.DAY.of(last.toString()), notBefore(first));
        return follows && ends && block.isFaultless() ? Optional.of(new Holiday(name, first, last)) : Optional.empty();
    }

    private static Phrase notBefore(LocalDate day) {
        return Expected.NOT_BEFORE.of(day.toString());
    }

    private static Value<LocalDate> workedBeside(List<Holiday> holidays) {
        return new Value<>(
                Form.WORDS,
                Value.DATE.written(),
                text -> {
                    var day = LocalDate.parse(text);
                    if (!WorkingDays.isWeekend(day) || holidays.stream().anyMatch(each -> each.includes(day))) {
                        throw new IllegalArgumentException("Not worked in exchange: " + day);
                    }
                    return day;
                },
                Value.DATE.standIn(),
                Expected.WEEKEND.of());
    }
}
