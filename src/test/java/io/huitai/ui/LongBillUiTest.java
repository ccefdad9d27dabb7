package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.till.bill.Bills;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A bill of two hundred lines with a member who has a birthday voucher: a scan costs the screen what it changes.
class LongBillUiTest extends WindowTest {
    private static final String BEER = "6999001000024";
    private static final int LINES = 200;
    private static final int MOST_NEW_CELLS = 2;
    private static final int MOST_MOVED = 4;

    @BeforeEach
    void begin() {
        var open = open(opening("mall", OutletKind.RESTAURANT, Optional.of(Instant.parse("2026-05-20T04:30:00Z"))));
        open.perform(desk -> {
                    desk.operators().signIn(new OperatorId("1001"), "1111");
                    desk.shift().shifts().open(Money.ofFen(200_00));
                    desk.bill().bills().member(new MemberNo("M0001"));
                    var products = open.catalogue().products();
                    for (var i = 0; i < LINES; i++) {
                        desk.bill().bills().add(products.get(i % 60).sku(), Quantity.ONE, Bills.LineExtras.NONE);
                    }
                    return LINES;
                })
                .join();
        show(open);
    }

    @Test
    void aScanMakesNoNewCellsChipsOrButtonsAndShowsItsLine() {
        signIn();
        scan(LINES + 1);
        scan(LINES + 2);
        var before = nodes();
        scan(LINES + 3);
        var after = nodes();
        after.removeAll(before);
        assertThat(after).as("cells, chips and buttons made by one scan").hasSizeLessThanOrEqualTo(MOST_NEW_CELLS);
        var last = Hands.onScreen(
                () -> chosen().orElseThrow().localToScene(chosen().orElseThrow().getBoundsInLocal()));
        var list = Hands.onScreen(() -> lines().localToScene(lines().getBoundsInLocal()));
        assertThat(inside(last, list)).as("the new line is wholly in sight").isTrue();
    }

    @Test
    void movingTheMarkLeavesTheCellsWhereTheyAre() {
        signIn();
        scan(LINES + 1);
        hands().press(KeyCode.UP);
        hands().press(KeyCode.UP);
        var rebuilt = new AtomicInteger();
        Hands.onScreen(() -> {
            lines().lookupAll(".list-cell").stream()
                    .map(ListCell.class::cast)
                    .filter(cell -> !cell.isEmpty())
                    .forEach(cell -> cell.indexProperty().subscribe((_, _) -> rebuilt.incrementAndGet()));
            return rebuilt;
        });
        hands().press(KeyCode.UP);
        hands().press(KeyCode.DOWN);
        assertThat(rebuilt).as("cells that got another line by moving the mark").hasValueLessThanOrEqualTo(MOST_MOVED);
    }

    @Test
    void aBusyTillDoesNotStopTheWindow() {
        signIn();
        var busy = new CountDownLatch(1);
        var working = till().perform(_ -> {
            try {
                busy.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return 0;
        });
        hands().burst(BEER);
        hands().type("gbjd");
        assertThat(hands().search()).isEqualTo("gbjd");
        assertThat(Hands.onScreen(() -> lines().getItems().size())).isEqualTo(LINES);
        busy.countDown();
        working.join();
        hands().until(() -> lines().getItems().size() == LINES + 1);
    }

    @Test
    void keysUseAVoucherAndTakeCash() {
        signIn();
        var due = hands().text("#sale-due");
        hands().until(() -> hands().isShown("#sale-voucher-birthday50"));
        hands().press(KeyCode.DIGIT1, KeyCode.CONTROL);
        hands().until(() -> !hands().text("#sale-due").equals(due));
        assertThat(hands().isShown(".chip.used")).isTrue();
        hands().press(KeyCode.DIGIT1, KeyCode.ALT);
        hands().until(() -> hands().isShown("#sale-done"));
        assertThat(hands().text("#sale-done-change")).contains("找零");
    }

    private void signIn() {
        hands().until(() -> hands().isShown("#sign-in-hint"));
        hands().type("1001");
        hands().press(KeyCode.ENTER);
        hands().type("1111");
        hands().press(KeyCode.ENTER);
        hands().until(() -> hands().isShown("#sale-member"));
        hands().until(() -> lines().getItems().size() == LINES);
    }

    private void scan(int lines) {
        hands().burst(BEER);
        hands().until(() -> lines().getItems().size() == lines && chosen().isPresent());
    }

    private ListView<?> lines() {
        return front().scene().getRoot().lookup("#sale-lines") instanceof ListView<?> list ? list : new ListView<>();
    }

    private Optional<Node> chosen() {
        return lines().lookupAll(".list-cell").stream()
                .filter(cell -> cell.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("chosen")))
                .findFirst();
    }

    /// What is costly to make: all cells and buttons beside and in the bill.
    private Set<Node> nodes() {
        return Hands.onScreen(() -> {
            Set<Node> found = Collections.newSetFromMap(new IdentityHashMap<>());
            var root = front().scene().getRoot();
            root.lookupAll(".list-cell").stream()
                    .filter(cell -> cell instanceof ListCell<?> shown && !shown.isEmpty())
                    .forEach(found::add);
            found.addAll(root.lookupAll(".quick-cash"));
            found.addAll(root.lookupAll(".chip"));
            return found;
        });
    }

    private static boolean inside(Bounds inner, Bounds outer) {
        return inner.getMinY() >= outer.getMinY() - 1 && inner.getMaxY() <= outer.getMaxY() + 1;
    }
}
