package io.huitai.shop;

import java.util.Locale;

/// A member's number, given at enrolment and never reused.
public record MemberNo(String value) {
    public MemberNo {
        Writing.check("member number", value, 32);
    }

    /// A number as somebody wrote it: of another width, in small letters, with spaces.
    public static MemberNo read(String written) {
        return new MemberNo(Writing.plain(written).toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
