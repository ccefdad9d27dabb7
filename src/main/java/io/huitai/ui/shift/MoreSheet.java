package io.huitai.ui.shift;

import io.huitai.programme.scheme.Membership;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.ReceiptSheet;
import io.huitai.ui.fittings.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;

/// Everything that is not done with every bill.
public final class MoreSheet {
    private static final String ID = "more-sheet";
    private static final int COLUMNS = 3;

    private final Booth booth;
    private final ShiftSheets shift;
    private final ReceiptSheet receipts;
    private final Supplier<Membership> membership;
    private final Acts acts;

    /// What the sheet's buttons do outside of it.
    public interface Acts {
        /// Reports on any period.
        void reports();

        /// What companies owe and pay.
        void accounts();

        /// People of companies, from a file.
        void roster();

        /// Receipts that the printer owes.
        void owed();

        void voidBill();

        /// Goods of a guest without a receipt.
        void takeBack();

        /// A price or a discount by hand.
        void adjust();

        /// The bill in equal parts or by lines.
        void split();

        void devices();

        void light();

        void lock();

        void signOut();

        void quit();
    }

    /// @param membership what the programme offers now
    public MoreSheet(
            Booth booth, ShiftSheets shift, ReceiptSheet receipts, Supplier<Membership> membership, Acts acts) {
        this.booth = booth;
        this.shift = shift;
        this.receipts = receipts;
        this.membership = membership;
        this.acts = acts;
    }

    public void open() {
        var grid = new GridPane();
        grid.getStyleClass().add("more");
        var buttons = buttons();
        for (var i = 0; i < buttons.size(); i++) {
            grid.add(buttons.get(i), i % COLUMNS, i / COLUMNS);
        }
        booth.sheets().show(new Sheet(ID, booth.texts().of("more.title"), grid, buttons.getFirst()));
    }

    private List<Button> buttons() {
        var buttons = new ArrayList<>(List.of(
                button("x", shift::x),
                button("z", shift::z),
                button("reports", acts::reports),
                button("close-shift", shift::close),
                button("cash-in", shift::cashIn),
                button("cash-out", shift::cashOut),
                button("no-sale", shift::noSale),
                button("adjust", acts::adjust),
                button("split", acts::split),
                button("pre-bill", this::preBill),
                button("reprint", this::reprint),
                button("owed", acts::owed),
                button("void-bill", acts::voidBill),
                button("take-back", acts::takeBack)));
        if (membership.get().accounts()) {
            buttons.add(button("accounts", acts::accounts));
        }
        if (!membership.get().enrolment().roster().isEmpty()) {
            buttons.add(button("roster", acts::roster));
        }
        buttons.addAll(List.of(
                button("devices", acts::devices),
                button("light", acts::light),
                button("lock", acts::lock),
                button("sign-out", acts::signOut),
                button("quit", acts::quit)));
        return buttons;
    }

    private Button button(String name, Runnable pressed) {
        var button = new Button();
        button.setId("more-" + name);
        button.getStyleClass().add("more-button");
        button.textProperty().bind(booth.texts().of("more." + name));
        button.setOnAction(_ -> {
            booth.sheets().close(ID);
            pressed.run();
        });
        return button;
    }

    private void preBill() {
        booth.errands()
                .desk(
                        desk -> {
                            var slip = desk.receipts().preBill();
                            desk.receipts().hand(slip);
                            return slip.text();
                        },
                        text -> receipts.show("more.pre-bill", text));
    }

    private void reprint() {
        booth.errands()
                .desk(
                        desk -> desk.receipts().reprint(Optional.empty()).text(),
                        text -> receipts.show("more.reprint.title", text));
    }
}
