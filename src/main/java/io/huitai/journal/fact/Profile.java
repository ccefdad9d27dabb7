package io.huitai.journal.fact;

import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import java.time.LocalDate;
import java.util.Optional;

/// A member as told at enrolment; empty texts where nothing was asked.
public record Profile(
        String name,
        String phone,
        String email,
        String documentType,
        String documentNo,
        Optional<LocalDate> birthday,
        String gender,
        boolean consent,
        LocalDate joined,
        Origin origin) {
    /// Somebody of whom nothing is known.
    public static Profile nobody(LocalDate joined, Origin origin) {
        return new Profile("", "", "", "", "", Optional.empty(), "", false, joined, origin);
    }

    public String maskedName() {
        return masked(name);
    }

    /// A name as others may see it: 张三 is 张*, 张小三 is 张*三.
    public static String masked(String name) {
        var points = name.codePoints().toArray();
        if (points.length <= 1) {
            return name;
        }
        var first = Character.toString(points[0]);
        return points.length == 2 ? first + "*" : first + "*" + Character.toString(points[points.length - 1]);
    }

    @Override
    public String toString() {
        return "Profile[" + joined + "]";
    }

    /// Who brought a member.
    ///
    /// @param company that holds the membership; empty is none
    /// @param referrer the member who told them
    /// @param seller who enrolled them
    public record Origin(String company, Optional<MemberNo> referrer, Optional<OperatorId> seller) {
        public static final Origin NONE = new Origin("", Optional.empty(), Optional.empty());
    }
}
