package io.huitai.shop;

/// A dotted path, as "food.chinese".
public record Category(String path) {
    public Category {
        Writing.check("category", path, 128);
        if (path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
            throw new IllegalArgumentException("'" + path + "' is not a dotted category path");
        }
    }

    /// Matches by prefix on whole segments: "food.chinese" is within "food", "foodcourt" is not.
    public boolean within(Category wider) {
        return path.startsWith(wider.path)
                && (path.length() == wider.path.length() || path.charAt(wider.path.length()) == '.');
    }

    @Override
    public String toString() {
        return path;
    }
}
