package io.huitai.ui.fittings;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Something that lies over the screen until it is done or put away.
///
/// @param id the CSS and test id
/// @param first what has the focus at first
/// @param reading who hears the readers meanwhile; empty lets nothing through
/// @param closed called when it goes, however it goes
public record Sheet(
        String id,
        ObservableValue<String> title,
        Region content,
        Node first,
        Optional<Reading> reading,
        Runnable closed) {
    public Sheet(String id, ObservableValue<String> title, Region content, Node first) {
        this(id, title, content, first, Optional.empty(), () -> {});
    }

    public Sheet hearing(Reading who) {
        return new Sheet(id, title, content, first, Optional.of(who), closed);
    }

    public Sheet onClosed(Runnable then) {
        return new Sheet(id, title, content, first, reading, then);
    }
}
