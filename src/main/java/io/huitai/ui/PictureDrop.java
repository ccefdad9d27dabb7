package io.huitai.ui;

import io.huitai.device.Picture;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Reading;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;

/// A picture with a code, dropped onto the window or pasted: its code counts as scanned.
final class PictureDrop {
    /// Larger pictures are read at this size; a code fills enough of it.
    private static final double LONGEST_SIDE = 2_400;

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final Function<Picture, Optional<String>> codes;
    private final Reading reading;
    private final Notices notices;

    PictureDrop(Scene scene, Function<Picture, Optional<String>> codes, Reading reading, Notices notices) {
        this.codes = codes;
        this.reading = reading;
        this.notices = notices;
        scene.setOnDragOver(this::over);
        scene.setOnDragDropped(this::dropped);
        scene.getAccelerators().put(PASTE, this::pasted);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasImage() || event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
    }

    private void dropped(DragEvent event) {
        event.setDropCompleted(take(event.getDragboard()));
    }

    private void pasted() {
        take(Clipboard.getSystemClipboard());
    }

    private boolean take(Clipboard board) {
        List<File> files = board.hasFiles() ? board.getFiles() : List.of();
        if (!files.isEmpty()) {
            var address = files.getFirst().toURI().toString();
            read(() -> new Image(address, LONGEST_SIDE, LONGEST_SIDE, true, true));
        } else if (board.hasImage()) {
            var image = board.getImage();
            read(() -> image);
        } else {
            return false;
        }
        return true;
    }

    /// Off the screen's thread: a large photograph takes a second.
    void read(Supplier<Image> image) {
        var _ = CompletableFuture.supplyAsync(() -> picture(image.get()).flatMap(codes))
                .exceptionally(_ -> Optional.empty())
                .thenAccept(code -> Platform.runLater(() -> code.ifPresentOrElse(
                        reading::scanned, () -> notices.say(Notices.Kind.HINT, "device.no-code"))));
    }

    /// Empty where the file was no picture.
    private static Optional<Picture> picture(Image image) {
        if (image.isError() || image.getPixelReader() == null) {
            return Optional.empty();
        }
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return Optional.of(new Picture(width, height, pixels));
    }
}
