package io.huitai.shop;

/// A member's number, given at enrolment and never reused.
public record MemberNo(String value) {
    public MemberNo {
        Words.check("member number", value, 32);
    }

    @Override
    public String toString() {
        return value;
    }
}
