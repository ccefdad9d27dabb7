package io.huitai.ui.member;

import io.huitai.shop.ReceiptNo;
import io.huitai.till.Desk;
import io.huitai.till.book.Approver;
import io.huitai.till.book.GuestProof;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.FieldPad;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Reading;
import io.huitai.ui.fittings.ReceiptSheet;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// A member being served: each act has a sheet of its own over their file, and is done once at a time.
final class Serving {
    static final String FILE = "member-file-sheet";

    private final Booth booth;
    private final ReceiptSheet receipts;
    private final Runnable changed;

    private boolean busy;

    /// What was done, in words, and the slip that came of it.
    record Done(Function<Words, String> said, Optional<Slip> slip) {
        /// @param invoiced its number where a tax invoice can be asked for
        record Slip(String text, Optional<ReceiptNo> invoiced) {}

        static Done saying(Function<Words, String> said) {
            return new Done(said, Optional.empty());
        }

        static Done with(Desk desk, ReceiptNo receipt, Function<Words, String> said) {
            var invoiced = desk.refund().fapiaos().isInvoiceable(receipt);
            var text = desk.receipts().fresh(receipt).text();
            return new Done(
                    said, Optional.of(new Slip(text, Optional.of(receipt).filter(_ -> invoiced))));
        }
    }

    /// @param changed something was done: the file is to be read again
    Serving(Booth booth, ReceiptSheet receipts, Runnable changed) {
        this.booth = booth;
        this.receipts = receipts;
        this.changed = changed;
    }

    Booth booth() {
        return booth;
    }

    Texts texts() {
        return booth.texts();
    }

    /// Fields, a number pad beside them, and a button at the end.
    void ask(String act, Form form, Node first, Runnable ok) {
        var done = form.done(id(act) + "-ok", "member.act." + act, ok);
        show(act, new FieldPad(id(act), form, texts(), done::fire), first, Optional.empty());
    }

    /// The same where nothing is typed.
    void choose(String act, Form form, Node first, Runnable ok) {
        form.done(id(act) + "-ok", "member.act." + act, ok);
        show(act, form, first, Optional.empty());
    }

    void show(String act, Region content, Node first, Optional<Reading> reading) {
        var sheet = new Sheet(id(act) + "-sheet", texts().of("member.act." + act), content, first);
        booth.sheets().show(reading.map(sheet::hearing).orElse(sheet));
    }

    /// The ids of an act's nodes begin with it.
    static String id(String act) {
        return "member-" + act;
    }

    /// Does what a sheet asked for; then the sheet goes.
    ///
    /// @param what is to be approved where somebody must, in words
    void act(String act, Function<Words, String> what, BiFunction<Desk, Approver, Done> work) {
        act(act, id(act) + "-sheet", what, work);
    }

    /// The same for what ends with the file put away.
    void last(String act, Function<Words, String> what, BiFunction<Desk, Approver, Done> work) {
        act(act, FILE, what, work);
    }

    private void act(String act, String sheet, Function<Words, String> what, BiFunction<Desk, Approver, Done> work) {
        if (begins()) {
            booth.errands().approved(said(act, what), work, done -> show(sheet, done), () -> busy = false);
        }
    }

    /// The same for what uses something of the member's, where the guest may have to prove who they are.
    void proven(String act, Function<Words, String> what, BiFunction<Desk, GuestProof, Done> work) {
        if (begins()) {
            booth.errands().proven(said(act, what), work, done -> show(id(act) + "-sheet", done), () -> busy = false);
        }
    }

    private boolean begins() {
        if (busy) {
            return false;
        }
        busy = true;
        booth.notices().settle();
        return true;
    }

    private static Function<Words, String> said(String act, Function<Words, String> what) {
        return words -> words.get("approval.member", words.get("member.act." + act), what.apply(words));
    }

    private void show(String sheet, Done done) {
        booth.sheets().close(sheet);
        changed.run();
        booth.notices().say(Notices.Kind.DONE, done.said());
        done.slip().ifPresent(slip -> receipts.show("member.slip", slip.text(), slip.invoiced()));
    }

    void hint(String key) {
        booth.notices().say(Notices.Kind.HINT, key);
    }
}
