package io.huitai.ui.sale;

import io.huitai.money.Quantity;
import io.huitai.shop.Dish;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import io.huitai.till.bill.Bills;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Choice;
import io.huitai.ui.fittings.FieldPad;
import io.huitai.ui.fittings.Form;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Asks how the guest wants a dish: all is chosen as the kitchen serves it, so Enter alone takes it.
final class DishSheet {
    private static final String ID = "sale-dish";

    private final Booth booth;
    private final Names names;
    private final Taken taken;

    /// Puts a dish on the bill as it is wanted.
    @FunctionalInterface
    interface Taken {
        void take(Sku sku, Quantity qty, Bills.LineExtras extras);
    }

    DishSheet(Booth booth, Names names, Taken taken) {
        this.booth = booth;
        this.names = names;
        this.taken = taken;
    }

    void open(Product product, Quantity qty) {
        var model = new DishModel(product, qty);
        var texts = booth.texts();
        var form = new Form(texts);
        var asked = new ArrayList<Node>();
        if (model.dish().marketPrice()) {
            var price = field("price", model.price());
            form.row("sale.dish.price", price);
            asked.add(price);
        }
        model.dish().courses().forEach(course -> course(course, model, form, asked));
        if (!model.dish().modifiers().isEmpty()) {
            var ticks = new FlowPane(18, 0);
            model.dish().modifiers().forEach(modifier -> ticks.getChildren().add(tick(modifier, model)));
            form.row("sale.dish.modifiers", ticks);
            asked.add(ticks.getChildren().getFirst());
        }
        form.row("sale.line.qty", quantity(model));
        form.row("sale.dish.note", field("note", model.note()));
        var take = form.done(
                ID + "-ok",
                texts.of(
                        model.order(),
                        (words, order) -> order.map(ready -> words.get("sale.dish.take", words.yuan(ready.sum())))
                                .orElseGet(() -> words.get("sale.dish.missing"))),
                () -> model.order().get().ifPresent(this::take));
        take.disableProperty().bind(model.order().map(order -> order.isEmpty()));
        booth.sheets()
                .show(new Sheet(
                        ID + "-sheet",
                        text(words -> names.of(product, words.lang())),
                        new FieldPad(ID, form, texts, take::fire),
                        asked.getFirst()));
    }

    private void take(DishModel.Order order) {
        booth.sheets().close();
        taken.take(order.sku(), order.qty(), order.extras());
    }

    /// A course that leaves nothing to choose is told all the same.
    private void course(Dish.Course course, DishModel model, Form form, List<Node> asked) {
        var caption = text(words -> course.name().in(words.lang()));
        if (course.isChoice()) {
            var choice = new Choice<>(
                    ID + "-course-" + course.code(),
                    course.servings(),
                    course.servings().getFirst(),
                    serving -> text(words -> serving(course, serving, words)));
            choice.chosenProperty().subscribe(serving -> model.serve(course, serving));
            form.row(caption, choice);
            asked.add(choice.getChildren().getFirst());
        } else {
            var served = new Label();
            served.setMinHeight(44);
            served.textProperty()
                    .bind(text(words -> serving(course, course.servings().getFirst(), words)));
            form.row(caption, served);
        }
    }

    private String serving(Dish.Course course, Dish.Serving serving, Words words) {
        return Names.with(names.of(course, serving, words.lang()), serving.qty(), serving.extra());
    }

    private CheckBox tick(Dish.Modifier modifier, DishModel model) {
        var tick = new CheckBox();
        tick.setId(ID + "-modifier-" + modifier.code());
        tick.getStyleClass().add("tick");
        tick.textProperty()
                .bind(text(words -> Names.with(modifier.name().in(words.lang()), Quantity.ONE, modifier.extra())));
        tick.setMinWidth(Region.USE_PREF_SIZE);
        tick.setOnAction(_ -> model.modify(modifier, tick.isSelected()));
        return tick;
    }

    private HBox quantity(DishModel model) {
        var row = new HBox(10, field("qty", model.qty()));
        row.setAlignment(Pos.CENTER_LEFT);
        if (!model.units().isEmpty()) {
            var unit = new Choice<>(
                    ID + "-unit",
                    model.units(),
                    model.product().unit(),
                    each -> text(words -> words.wording().orSame("unit." + each, each)));
            model.unit().bind(unit.chosenProperty());
            row.getChildren().add(unit);
        }
        return row;
    }

    private static TextField field(String name, StringProperty typed) {
        var field = Form.text(ID + "-" + name, typed.get());
        typed.bind(field.textProperty());
        return field;
    }

    private ObservableValue<String> text(Function<Words, String> said) {
        return booth.texts().of(booth.texts().words(), (words, _) -> said.apply(words));
    }
}
