package io.huitai.ui;

import io.huitai.shop.Lang;
import io.huitai.till.Till;
import io.huitai.ui.fittings.Words;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The till's window, a front like the console.
public final class Window {
    private static final int LEAST_WIDTH = 1024;
    private static final int LEAST_HEIGHT = 700;

    private Window() {}

    /// Opens the window and returns when it has been closed. Call once a process, from any thread but JavaFX's own.
    /// The sign-in screen shows at once, whatever the till still has to do; the caller closes the till afterwards.
    ///
    /// @param till may still be opening; when it fails, the window says why
    /// @param around what stands in the foot line
    /// @param lang at first; a key changes it
    /// @param painted called once the window has been painted: what takes the machine's time had better begin there
    public static void show(CompletableFuture<Till> till, Surroundings around, Lang lang, Runnable painted)
            throws InterruptedException {
        var closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            var stage = new Stage();
            stage.setTitle(Words.in(lang).get("window.title"));
            stage.setScene(new Front(till, around, lang, System::nanoTime).scene());
            stage.setMinWidth(LEAST_WIDTH);
            stage.setMinHeight(LEAST_HEIGHT);
            stage.setMaximized(true);
            stage.setOnHidden(_ -> closed.countDown());
            stage.show();
            afterTheNextFrame(painted);
        });
        closed.await();
        Platform.exit();
    }

    /// The second pulse begins when the first frame has been handed to the screen.
    private static void afterTheNextFrame(Runnable then) {
        new AnimationTimer() {
            private boolean first = true;

            @Override
            public void handle(long now) {
                if (first) {
                    first = false;
                } else {
                    stop();
                    then.run();
                }
            }
        }.start();
    }
}
