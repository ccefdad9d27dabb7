package io.huitai.ui.signin;

import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.shop.Operator;
import io.huitai.till.Desk;
import io.huitai.till.book.Proof;
import io.huitai.till.settings.TillSettings;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.PinEntry;
import io.huitai.ui.fittings.PinModel;
import io.huitai.ui.fittings.Screen;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/// The first screen, shown while the till is still opening, and the lock.
public final class SignInScreen implements Screen {
    private final Booth booth;
    private final Consumer<SignedIn> signedIn;
    private final PinModel pin = new PinModel(this::enter);
    private final PinEntry entry;
    private final SignInView view;
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
    private boolean asking;

    /// @param shift the open shift, 0 for none
    public record SignedIn(Operator operator, int shift) {}

    /// @param settings empty until the till is open
    public SignInScreen(Booth booth, ObservableValue<Optional<TillSettings>> settings, Consumer<SignedIn> signedIn) {
        this.booth = booth;
        this.signedIn = signedIn;
        this.entry = new PinEntry("sign-in", pin, booth.texts(), booth.texts().of("signin.enter"));
        this.view = new SignInView(booth.texts(), settings, locked, entry);
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public void entered() {
        locked.set(false);
        pin.clear();
        entry.requestFocus();
    }

    /// For the operator who locked the screen: only the PIN is asked.
    public void lockedBy(Operator operator) {
        locked.set(true);
        pin.known(operator.id().value());
    }

    private void enter(Proof.Pin typed) {
        if (asking) {
            return; // the till may still be opening
        }
        asking = true;
        booth.notices().clear();
        booth.errands()
                .desk(
                        desk -> signIn(desk, typed),
                        signed -> {
                            pin.clear();
                            signedIn.accept(signed);
                        },
                        booth.notices()::refused,
                        () -> asking = false);
    }

    private static SignedIn signIn(Desk desk, Proof.Pin typed) {
        var operator = desk.operators().signIn(typed.operator(), typed.pin());
        return new SignedIn(operator, desk.status().shift());
    }

    @Override
    public void scanned(String text) {
        booth.notices().say(Notices.Kind.ERROR, "signin.first");
    }

    @Override
    public void swiped(Swipe swipe) {
        booth.notices().say(Notices.Kind.ERROR, "signin.first");
    }

    @Override
    public void tapped(TagRead tag) {
        booth.notices().say(Notices.Kind.ERROR, "signin.first");
    }

    @Override
    public boolean pressed(KeyEvent key) {
        entry.requestFocus();
        return false;
    }
}
