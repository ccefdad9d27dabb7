package io.huitai.ui;

import io.huitai.device.Picture;
import io.huitai.intake.Bounds;
import io.huitai.intake.Outside;
import io.huitai.intake.Pictures;
import io.huitai.intake.UnfitFile;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Reading;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
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
            var file = files.getFirst().toPath();
            look(() -> picture(file));
        } else if (board.hasImage()) {
            var image = board.getImage();
            read(() -> image);
        } else {
            return false;
        }
        return true;
    }

    /// A picture that is one already.
    void read(Supplier<Image> image) {
        look(() -> picture(image.get()));
    }

    /// Off the screen's thread: a large photograph takes a second.
    private void look(Callable<Optional<Picture>> picture) {
        var _ = CompletableFuture.supplyAsync(() -> said(picture))
                .exceptionally(_ -> PictureDrop::noCode)
                .thenAccept(said -> Platform.runLater(() -> said.accept(this)));
    }

    /// What is to be said of a picture, on the screen's thread.
    private Consumer<PictureDrop> said(Callable<Optional<Picture>> picture) {
        try {
            return picture.call()
                    .flatMap(codes)
                    .<Consumer<PictureDrop>>map(code -> drop -> drop.reading.scanned(code))
                    .orElse(PictureDrop::noCode);
        } catch (UnfitFile unfit) {
            return drop -> drop.notices.say(Notices.Kind.HINT, words -> unfit.in(words.lang()));
        } catch (Exception broken) { // a library's, on a picture that is none
            throw new CompletionException(broken);
        }
    }

    private void noCode() {
        notices.say(Notices.Kind.HINT, "device.no-code");
    }

    private static Optional<Picture> picture(Path file) throws UnfitFile {
        var image = Pictures.read(Outside.bytes(file, Bounds.PICTURE_BYTES));
        var width = image.getWidth();
        var height = image.getHeight();
        return Optional.of(
                new Picture(width, height, image.getRGB(0, 0, width, height, new int[width * height], 0, width)));
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
