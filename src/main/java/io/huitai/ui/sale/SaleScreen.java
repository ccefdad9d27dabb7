package io.huitai.ui.sale;

import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.money.Quantity;
import io.huitai.shop.Dish;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Product;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.Till;
import io.huitai.till.bill.Bills;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Reasons;
import io.huitai.ui.fittings.Screen;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The sale screen: products on the left, the member's bill on the right.
public final class SaleScreen implements Screen {
    private final SaleModel sale;
    private final Payments payments;
    private final ProductsModel products;
    private final SaleView view;
    private final SaleSheets sheets;
    private final DishSheet dishes;
    private final SplitSheet splitting;
    private final AdjustSheet adjusting;
    private final Doors doors;
    private final Acts acts = new Acts();

    /// Where the sale screen leads to.
    public interface Doors {
        /// @param receipt empty shows the latest ones to choose from
        void refund(Optional<ReceiptNo> receipt);

        /// @param receipt empty is the last one
        void fapiao(Optional<ReceiptNo> receipt);

        void member(SaleModel sale);

        /// @param code what a guest's telephone showed, empty to ask for it
        void scanPay(Payments payments, String code);

        void otherPay(Payments payments);

        void openMore();
    }

    public SaleScreen(Booth booth, Till till, Doors doors) {
        this.doors = doors;
        this.sale = new SaleModel(booth.errands(), booth.notices(), new Scans(), new Reasons(booth)::ask);
        this.payments = new Payments(sale, booth.errands(), booth.notices());
        this.products = new ProductsModel(till.catalogue());
        this.sheets = new SaleSheets(booth, sale, till.catalogue());
        var names = new Names(till.catalogue());
        this.dishes = new DishSheet(booth, names, sale::add);
        this.splitting = new SplitSheet(booth, sale, names);
        this.adjusting = new AdjustSheet(booth, sale, till.settings().house().reasons());
        this.view = new SaleView(
                sale, payments, products, names, booth.texts(), till.settings().paper(), acts);
        view.addEventHandler(KeyEvent.KEY_TYPED, this::typedElsewhere);
    }

    @Override
    public Parent root() {
        return view;
    }

    @Override
    public void entered() {
        sale.refresh();
        view.search().focus();
    }

    /// Whoever served here goes: their last receipt and its change are nobody else's.
    public void left() {
        payments.dismiss();
    }

    public void attach(MemberNo member) {
        sale.attach(member);
    }

    /// A price or a discount by hand.
    public void adjust() {
        adjusting.open();
    }

    /// The bill in equal parts or by lines.
    public void split() {
        splitting.open();
    }

    public void voidBill() {
        sale.voidBill();
    }

    @Override
    public void scanned(String text) {
        var qty = products.quantityAlone();
        qty.ifPresent(_ -> products.clear());
        sale.scan(text, qty);
    }

    @Override
    public void swiped(Swipe swipe) {
        sale.swipe(swipe);
    }

    @Override
    public void tapped(TagRead tag) {
        sale.tap(tag);
    }

    @Override
    public boolean pressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown()) {
            return chorded(event);
        }
        switch (event.getCode()) {
            case ENTER -> acts.enter();
            case F2 -> view.search().focus();
            case F3 -> acts.member();
            case F4 -> acts.scanPay();
            case F5 -> acts.stored();
            case F6 -> acts.hold();
            case F7 -> acts.recall();
            case F8 -> acts.openItem();
            case F9 -> acts.service();
            case F10 -> acts.refund();
            case F11 -> acts.other();
            case F12 -> acts.more();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Ctrl with a digit uses a chip, Alt with a digit takes an amount of cash, as they say themselves; so does the
    /// invoice's Ctrl I. Ctrl Z puts back the line that was voided last.
    private boolean chorded(KeyEvent event) {
        if (event.getCode() == KeyCode.I && event.isControlDown() && !event.isAltDown()) {
            acts.fapiao();
            return true;
        }
        if (event.getCode() == KeyCode.Z && event.isControlDown() && !event.isAltDown()) {
            sale.undo();
            return true;
        }
        var name = event.getCode().getName();
        // A keypad's digits under Alt are a scanner's, that writes characters by their numbers.
        var digit = event.getCode().isDigitKey() && !event.getCode().isKeypadKey()
                ? Character.digit(name.charAt(name.length() - 1), 10)
                : 0;
        if (digit == 0 || event.isControlDown() == event.isAltDown()) {
            return false;
        }
        if (event.isControlDown()) {
            view.chips().press(digit);
        } else {
            view.quick().press(digit);
        }
        return true;
    }

    private void typedElsewhere(KeyEvent event) {
        var text = event.getCharacter();
        if (!event.isConsumed()
                && !text.isEmpty()
                && text.charAt(0) > ' '
                && !event.isShortcutDown()
                && !event.isAltDown()) {
            view.search().append(text);
            event.consume();
        }
    }

    private final class Scans implements SaleModel.Scans {
        @Override
        public void receipt(ReceiptNo receipt) {
            doors.refund(Optional.of(receipt));
        }

        @Override
        public void payment(String code) {
            doors.scanPay(payments, code);
        }

        @Override
        public void dish(Product product, Quantity qty) {
            dishes.open(product, qty);
        }
    }

    private final class Acts implements SaleView.Acts {
        @Override
        public void enter() {
            var alone = products.quantityAlone();
            if (alone.isPresent() && sale.chosen().line().isPresent()) {
                sale.chosen().setQty(alone.get());
                products.clear();
            } else if (products.isSearching()) {
                products.hotProduct().ifPresent(this::take);
            } else if (payments.finished().get().isPresent()) {
                payments.next();
            } else {
                payments.payExact();
            }
        }

        @Override
        public void take(Product product) {
            if (product.dish().filter(Dish::isAskedAbout).isPresent()) {
                dishes.open(product, products.quantity());
            } else {
                sale.add(product.sku(), products.quantity(), Bills.LineExtras.NONE);
            }
            products.clear();
            view.search().focus();
        }

        @Override
        public void quantity() {
            sheets.quantity();
        }

        @Override
        public void adjust() {
            SaleScreen.this.adjust();
        }

        @Override
        public void hold() {
            sale.hold();
        }

        @Override
        public void recall() {
            sheets.recall();
        }

        @Override
        public void openItem() {
            sheets.openItem(products.group().get());
        }

        @Override
        public void service() {
            sheets.service();
        }

        @Override
        public void refund() {
            doors.refund(Optional.empty());
        }

        @Override
        public void fapiao() {
            doors.fapiao(payments.finished().get().map(done -> done.sale().receipt()));
        }

        @Override
        public void member() {
            doors.member(sale);
        }

        @Override
        public void more() {
            doors.openMore();
        }

        @Override
        public void scanPay() {
            doors.scanPay(payments, "");
        }

        @Override
        public void stored() {
            payments.payStored();
        }

        @Override
        public void other() {
            doors.otherPay(payments);
        }
    }
}
