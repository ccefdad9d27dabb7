package io.huitai.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How the window looks: light or dark, in a font that has Chinese characters.
final class Look {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final List<String> CHINESE =
            List.of("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC");
    private static final List<String> SHIPPED = List.of("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf");
    private static final String SHIPPED_FAMILY = "Noto Sans SC";

    private final Scene scene;
    private boolean dark;

    Look(Scene scene) {
        this.scene = scene;
        scene.getStylesheets()
                .add(Look.class.getResource("/io/huitai/ui/huitai.css").toExternalForm());
        scene.getRoot().setStyle("-fx-font-family: \"" + family() + "\";");
        dress();
    }

    void toggle() {
        dark = !dark;
        dress();
    }

    private void dress() {
        var theme = dark ? new PrimerDark() : new PrimerLight();
        scene.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
    }

    /// A system's own Chinese font where there is one, else the one that comes with the till.
    private static String family() {
        var installed = new HashSet<>(Font.getFamilies());
        return CHINESE.stream().filter(installed::contains).findFirst().orElseGet(Look::shipped);
    }

    private static String shipped() {
        for (var file : SHIPPED) {
            try (var bytes = Look.class.getResourceAsStream("/assets/fonts/" + file)) {
                if (bytes != null) {
                    Font.loadFont(bytes, 15);
                }
            } catch (IOException broken) {
                throw new UncheckedIOException("A font of the till cannot be read", broken);
            }
        }
        return SHIPPED_FAMILY;
    }
}
