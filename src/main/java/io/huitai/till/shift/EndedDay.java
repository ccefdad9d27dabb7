package io.huitai.till.shift;

import io.huitai.shop.MemberNo;
import java.time.LocalDate;
import java.util.List;

/// What the end of a business day brought and took.
///
/// @param expired points whose last day was over
/// @param vouchersExpired by number
/// @param upgraded members whom the review freed and their deeds lifted
/// @param downgraded members who did not keep their tier, or no longer pay for it
/// @param granted members to whom the date brought something
/// @param closed members whose membership ended
public record EndedDay(
        LocalDate date,
        long expired,
        long vouchersExpired,
        List<MemberNo> upgraded,
        List<MemberNo> downgraded,
        List<MemberNo> granted,
        List<MemberNo> closed) {
    public EndedDay {
        upgraded = List.copyOf(upgraded);
        downgraded = List.copyOf(downgraded);
        granted = List.copyOf(granted);
        closed = List.copyOf(closed);
    }
}
