package io.huitai.till;

/// Hides most of a name or number, for paper and screens that others see.
final class Masks {
    private Masks() {}

    /// 张三 → 张*, 张小三 → 张*三.
    static String name(String name) {
        var points = name.codePoints().toArray();
        if (points.length <= 1) {
            return name;
        }
        var first = Character.toString(points[0]);
        return points.length == 2 ? first + "*" : first + "*" + Character.toString(points[points.length - 1]);
    }

    /// 19900000001 → 199****0001.
    static String phone(String phone) {
        return phone.length() <= 7
                ? "****" + phone.substring(Math.max(0, phone.length() - 2))
                : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
}
