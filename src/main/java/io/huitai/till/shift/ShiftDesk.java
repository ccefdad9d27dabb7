package io.huitai.till.shift;

import io.huitai.till.book.Kernel;
import io.huitai.till.book.Operators;
import io.huitai.till.member.KnownMembers;

/// Shifts and their money, the check of the clock, and the day's end.
public record ShiftDesk(Shifts shifts, ClockCheck clockCheck, DayEnd dayEnd) {
    public static ShiftDesk of(Kernel kernel, KnownMembers known, Operators operators) {
        var book = kernel.book();
        return new ShiftDesk(
                new Shifts(book, operators, kernel.settings().house()),
                new ClockCheck(book, kernel.clock(), operators),
                new DayEnd(book, kernel.scheme(), known.book(), known.due(), known.reviews()));
    }
}
