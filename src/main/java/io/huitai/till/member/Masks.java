package io.huitai.till.member;

/// Hides most of a number, for paper and screens that others see.
public final class Masks {
    private Masks() {}

    /// 19900000001 → 199****0001; none stays none.
    public static String phone(String phone) {
        if (phone.isEmpty()) {
            return phone;
        }
        return phone.length() <= 7
                ? "****" + phone.substring(Math.max(0, phone.length() - 2))
                : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
}
