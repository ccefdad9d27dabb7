package io.huitai.programme.scheme;

import io.huitai.programme.words.BasketLine;
import io.huitai.shop.Category;
import java.util.List;
import java.util.Set;

/// Which lines a rule touches, by category and flags.
///
/// @param within any of these categories; empty is every category
/// @param except none of these
/// @param withFlags at least one of these; empty asks for none
/// @param withoutFlags none of these
public record Goods(List<Category> within, List<Category> except, Set<String> withFlags, Set<String> withoutFlags) {
    /// Every line.
    public static final Goods ALL = new Goods(List.of(), List.of(), Set.of(), Set.of());

    public Goods {
        within = List.copyOf(within);
        except = List.copyOf(except);
        withFlags = Set.copyOf(withFlags);
        withoutFlags = Set.copyOf(withoutFlags);
    }

    public boolean include(BasketLine line) {
        return include(line.category(), line.flags());
    }

    public boolean include(Category category, Set<String> flags) {
        return (within.isEmpty() || anyHolds(within, category))
                && (except.isEmpty() || !anyHolds(except, category))
                && (withFlags.isEmpty() || anyCarried(withFlags, flags))
                && (withoutFlags.isEmpty() || flags.isEmpty() || !anyCarried(withoutFlags, flags));
    }

    private static boolean anyHolds(List<Category> wider, Category category) {
        for (var each : wider) {
            if (category.within(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyCarried(Set<String> wanted, Set<String> flags) {
        for (var flag : flags) {
            if (wanted.contains(flag)) {
                return true;
            }
        }
        return false;
    }
}
