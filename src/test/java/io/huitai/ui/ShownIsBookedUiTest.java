package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.shop.Lang;
import io.huitai.shop.TenderType;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/// What the screen shows is what is booked, and no key reaches what lies under the top sheet.
class ShownIsBookedUiTest extends WindowTest {
    private static final List<KeyCode> WALK = List.of(
            KeyCode.TAB,
            KeyCode.TAB,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.SPACE,
            KeyCode.BACK_SPACE,
            KeyCode.F1);

    @Test
    void arrowKeysMoveTheTenderThatIsBooked() {
        try (var window = window("corporate-vip")) {
            var hands = window.hands();
            hands.tap("#sale-tile-L001");
            hands.until(() -> hands.text("#sale-due").equals("46.00"));
            hands.press(KeyCode.F11);
            hands.tap("#pay-other-type-0");
            hands.focus("#pay-other-type-0");
            hands.press(KeyCode.RIGHT);
            hands.press(KeyCode.RIGHT);
            var shown = choice(hands, "#pay-other-type");
            assertThat(shown).isEqualTo(TenderType.UNIONPAY);
            hands.tap("#pay-other-key-enter");
            hands.until(() -> hands.isShown("#sale-done"));
        }
    }

    /// Arrows, Tab, digits, letters and Enter at random on the payment sheet: what it showed when Enter was struck is
    /// what the till has.
    @Test
    void whateverKeysAPaymentWasMadeWithItIsBookedAsItWasShown() {
        var rounds = "full".equals(System.getProperty("huitai.trials")) ? 80 : 3;
        try (var window = window("standard-card")) {
            var hands = window.hands();
            hands.tap("#sale-tile-L001");
            hands.tap("#sale-line-qty");
            hands.tap("99", "sale-qty");
            hands.tap("#sale-qty-key-enter");
            hands.until(() -> hands.text("#sale-due").equals("4554.00"));
            for (var seed = 1L; seed <= rounds; seed++) {
                var random = new Random(seed);
                var told = "seed " + seed;
                var before = window.tenders();
                hands.press(KeyCode.F11);
                hands.until(() -> hands.isShown("#pay-other-sheet"));
                hands.focus("#pay-other-type-0");
                for (var step = random.nextInt(9); step > 0; step--) {
                    Hands.onScreen(() -> strike(hands, random.nextBoolean() ? KeyCode.RIGHT : KeyCode.LEFT, false));
                }
                for (var step = 0; step < 3; step++) {
                    Hands.onScreen(() -> strike(hands, KeyCode.TAB, random.nextBoolean()));
                    hands.type(random.nextBoolean() ? "" : Integer.toString(1 + random.nextInt(40)));
                }
                if (choice(hands, "#pay-other-type") == TenderType.ROOM) {
                    hands.write("#pay-other-room", "12");
                    hands.write("#pay-other-guest", "w");
                }
                hands.focus("#pay-other");
                hands.type(Integer.toString(1 + random.nextInt(30)));
                var type = shownChoice(hands, "#pay-other-type");
                var amount = hands.text("#pay-other-amount");
                if (Money.parse(amount).compareTo(Money.parse(hands.text("#sale-due"))) >= 0) {
                    hands.press(KeyCode.ESCAPE); // it would end the bill, or be more than is due
                    hands.until(() -> !hands.isShown("#pay-other-sheet"));
                    continue;
                }
                var reference = Stream.of("#pay-other-reference", "#pay-other-room", "#pay-other-guest")
                        .filter(hands::isShown)
                        .map(id -> field(hands, id))
                        .toList();
                hands.press(KeyCode.ENTER);
                hands.until(() -> window.tenders().size() == before.size() + 1);
                var booked = window.tenders().getLast();
                assertThat(words(booked.type())).as(told).isEqualTo(type);
                assertThat(booked.amount()).as(told).isEqualTo(Money.parse(amount));
                assertThat(booked.reference()).as(told).contains(reference);
                assertThat(booked.reference().isEmpty())
                        .as(told)
                        .isEqualTo(reference.stream().allMatch(String::isEmpty));
                hands.until(() -> !hands.isShown("#pay-other-sheet"));
            }
        }
    }

    private static String words(TenderType type) {
        return Words.in(Lang.ZH).get("tender.name." + type.code());
    }

    private static String shownChoice(Hands hands, String id) {
        return Hands.onScreen(() -> ((Choice<?>) hands.find(id).orElseThrow())
                .getChildren().stream()
                        .map(ToggleButton.class::cast)
                        .filter(ToggleButton::isSelected)
                        .map(ToggleButton::getText)
                        .collect(Collectors.joining()));
    }

    @Test
    void digitsOfARoomGoToTheRoomByTouch() {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            hands.tap("#sale-tile-L001");
            hands.until(() -> hands.text("#sale-due").equals("46.00"));
            hands.press(KeyCode.F11);
            hands.tap("#pay-other-type-6");
            hands.focus("#pay-other-room");
            hands.tap("1208", "pay-other");
            assertThat(hands.text("#pay-other-amount")).isEqualTo("46.00");
            assertThat(hands.text("#pay-other-into")).contains("房");
            assertThat(field(hands, "#pay-other-room")).isEqualTo("1208");
            hands.focus("#pay-other");
            hands.tap("20", "pay-other");
            assertThat(hands.text("#pay-other-amount")).isEqualTo("20");
            assertThat(field(hands, "#pay-other-room")).isEqualTo("1208");
        }
    }

    @Test
    void aPinAfterTabIsDots() {
        try (var window = window("standard-card")) {
            var hands = window.hands();
            hands.press(KeyCode.F12);
            hands.tap("#more-lock");
            hands.until(() -> hands.isShown("#sign-in-screen"));
            hands.press(KeyCode.BACK_SPACE);
            hands.press(KeyCode.TAB);
            hands.type("1111");
            assertThat(hands.text("#sign-in-number")).isEqualTo("1001");
            hands.press(KeyCode.ENTER);
            hands.until(() -> hands.isShown("#sale"));
        }
    }

    /// Keys at random over every sheet that can be opened; what is shown and what is meant stay one.
    @Test
    void aRandomWalkOfKeysStaysInTheTopSheet() {
        var rounds = "full".equals(System.getProperty("huitai.trials")) ? 12 : 1;
        try (var window = window("corporate-vip")) {
            var hands = window.hands();
            hands.tap("#sale-tile-L001");
            hands.until(() -> hands.text("#sale-due").equals("46.00"));
            for (var seed = 1L; seed <= rounds; seed++) {
                for (var sheet : List.of("more", "other", "scan", "find", "shift", "in", "adjust", "refund", "take")) {
                    walk(hands, sheet, new Random(seed * 31 + sheet.hashCode()), "seed " + seed + ", sheet " + sheet);
                }
            }
            assertThat(hands.text("#sale-due")).isEqualTo("46.00");
        }
    }

    private static void walk(Hands hands, String sheet, Random random, String told) {
        switch (sheet) {
            case "more" -> hands.press(KeyCode.F12);
            case "other" -> hands.press(KeyCode.F11);
            case "scan" -> hands.press(KeyCode.F4);
            case "find" -> hands.tap("#sale-find");
            case "shift" -> more(hands, "close-shift");
            case "in" -> more(hands, "cash-in");
            case "adjust" -> more(hands, "adjust");
            case "refund" -> hands.press(KeyCode.F9);
            case "take" -> more(hands, "take-back");
            default -> throw new IllegalArgumentException(sheet);
        }
        hands.until(() -> top(hands).isPresent());
        var steps = new ArrayList<String>();
        for (var step = 0; step < 40; step++) {
            var key = WALK.get(random.nextInt(WALK.size()));
            var harmless = key != KeyCode.SPACE || !Hands.onScreen(() -> isPress(hands));
            if (harmless) {
                var back = key == KeyCode.TAB && random.nextBoolean();
                steps.add((back ? "SHIFT+" : "") + key);
                Hands.onScreen(() -> strike(hands, key, back));
            }
            hands.pass(60);
            hands.settle();
            assertThat(Hands.onScreen(() -> wrong(hands)))
                    .as("%s: %s", told, steps)
                    .isEmpty();
        }
        while (Hands.onScreen(() -> top(hands).isPresent())) {
            hands.press(KeyCode.ESCAPE);
        }
    }

    private static void more(Hands hands, String act) {
        hands.press(KeyCode.F12);
        hands.tap("#more-" + act);
    }

    /// Buttons do things; ticks and choices only say.
    private static boolean isPress(Hands hands) {
        return hands.find("#sheet-close").orElseThrow().getScene().getFocusOwner()
                instanceof javafx.scene.control.Button;
    }

    private static boolean strike(Hands hands, KeyCode key, boolean shift) {
        var scene = hands.find("#sale").orElseThrow().getScene();
        Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(target, new KeyEvent(target, target, kind, "", "", key, shift, false, false, false));
        }
        return true;
    }

    private static List<String> wrong(Hands hands) {
        assertThat(Platform.isFxApplicationThread()).isTrue();
        var found = new ArrayList<String>();
        top(hands).ifPresent(card -> {
            var owner = card.getScene().getFocusOwner();
            if (!isIn(owner, card)) {
                found.add("focus at " + owner);
            }
            choices(card, found);
        });
        return found;
    }

    private static void choices(Node node, List<String> found) {
        if (node instanceof Choice<?> choice) {
            var shown = choice.getChildren().stream()
                    .filter(each -> ((ToggleButton) each).isSelected())
                    .map(Node::getId)
                    .toList();
            var meant = choice.values().indexOf(choice.chosen());
            if (!shown.equals(meant < 0 ? List.of() : List.of(choice.getId() + "-" + meant))) {
                found.add(shown + " shown and " + choice.chosen() + " meant");
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> choices(child, found));
        }
    }

    private static boolean isIn(Node node, Node card) {
        for (var each = node; each != null; each = each.getParent()) {
            if (each.equals(card)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> top(Hands hands) {
        var cards = hands.find(".sheets").orElseThrow().lookupAll(".sheet-card");
        return cards.stream().reduce((_, last) -> last);
    }

    private static Object choice(Hands hands, String id) {
        return Hands.onScreen(() -> ((Choice<?>) hands.find(id).orElseThrow()).chosen());
    }

    private static String field(Hands hands, String id) {
        return Hands.onScreen(
                () -> ((javafx.scene.control.TextField) hands.find(id).orElseThrow()).getText());
    }
}
