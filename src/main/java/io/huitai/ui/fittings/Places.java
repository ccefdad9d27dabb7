package io.huitai.ui.fittings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/// Where the focus can be.
final class Places {
    private Places() {}

    /// Whatever Tab stops at in a node, in its order.
    static List<Node> in(Node node) {
        var places = new ArrayList<Node>();
        collect(node, places);
        return places;
    }

    private static void collect(Node node, List<Node> places) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            places.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, places));
        }
    }

    static boolean isUsable(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible() || each.isDisabled()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}
