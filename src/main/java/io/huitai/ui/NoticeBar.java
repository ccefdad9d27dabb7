package io.huitai.ui;

import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/// One calm line with what the window has to say. It blocks nothing and goes by itself.
final class NoticeBar extends HBox {
    private static final Duration LONG = Duration.seconds(12);
    private static final Duration SHORT = Duration.seconds(4);

    private final Label text = new Label();
    private final Button way = new Button();
    private final PauseTransition stay = new PauseTransition();

    NoticeBar(Notices notices, Texts texts) {
        setId("notice");
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        text.setId("notice-text");
        text.setWrapText(true);
        text.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(text, Priority.ALWAYS);
        var away = new Button("✕");
        away.getStyleClass().add("notice-close");
        away.setFocusTraversable(false);
        away.accessibleTextProperty().bind(texts.of("sheet.close"));
        away.setOnAction(_ -> notices.clear());
        way.setId("notice-way");
        way.getStyleClass().add("notice-way");
        way.setFocusTraversable(false);
        way.managedProperty().bind(way.visibleProperty());
        getChildren().addAll(text, way, away);
        stay.setOnFinished(_ -> notices.clear());
        notices.current().subscribe(notice -> draw(notice, texts, notices));
        texts.words().subscribe(_ -> draw(notices.current().get(), texts, notices));
    }

    private void draw(Optional<Notices.Notice> notice, Texts texts, Notices notices) {
        stay.stop();
        setVisible(notice.isPresent());
        getStyleClass().removeIf(style -> style.startsWith("kind-"));
        notice.ifPresent(shown -> {
            getStyleClass().add("kind-" + shown.kind().name().toLowerCase(Locale.ROOT));
            text.setText(shown.text().apply(texts.now()));
            way.setVisible(shown.way().isPresent());
            shown.way().ifPresent(back -> {
                way.setText(texts.now().get(back.key()));
                way.setOnAction(_ -> {
                    notices.clear();
                    back.gone().run();
                });
            });
            stay.setDuration(shown.kind() == Notices.Kind.ERROR || shown.way().isPresent() ? LONG : SHORT);
            stay.playFromStart();
        });
    }
}
