package io.huitai.ui.sale;

import io.huitai.ui.fittings.Texts;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/// What can be done with the chosen line. There is one of it, which goes to whichever line is chosen.
final class LineTools extends FlowPane {
    private static final int WIDTH = 440;

    LineTools(SaleModel model, Texts texts, Runnable askQuantity, Runnable adjust) {
        getStyleClass().add("tools");
        setPrefWrapLength(WIDTH);
        var late = tool("late", "", texts, model.chosen()::lateCheckOut);
        model.bill().subscribe(_ -> offer(late, model));
        model.chosen().number().subscribe(_ -> offer(late, model));
        getChildren()
                .addAll(
                        tool("minus", "−", texts, () -> model.chosen().step(-1)),
                        tool("plus", "+", texts, () -> model.chosen().step(1)),
                        tool("qty", "", texts, askQuantity),
                        tool("adjust", "", texts, adjust),
                        tool("void", "", texts, model.chosen()::voidIt),
                        late);
    }

    /// Rooms alone are left late.
    private static void offer(Button late, SaleModel model) {
        var room = model.chosen().line().filter(CounterBill.Line::room).isPresent();
        late.setVisible(room);
        late.setManaged(room);
    }

    private static Button tool(String name, String sign, Texts texts, Runnable pressed) {
        var key = "sale.line." + name;
        var tool = new Button(sign);
        tool.setId("sale-line-" + name);
        tool.getStyleClass().add("tool");
        tool.setFocusTraversable(false);
        tool.accessibleTextProperty().bind(texts.of(key));
        if (sign.isEmpty()) {
            tool.textProperty().bind(texts.of(key));
        }
        tool.setOnAction(_ -> pressed.run());
        return tool;
    }
}
