package io.huitai.ui.sale;

import io.huitai.shop.Service;
import io.huitai.shop.ServiceMode;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.fittings.Words;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;

/// At the head of the bill: table, room, guests and the rest, as far as somebody said so; nothing else stands there.
final class ServingLine extends Label {
    ServingLine(SaleModel sale, Texts texts) {
        setId("sale-serving");
        getStyleClass().add("serving");
        setMaxWidth(Double.MAX_VALUE);
        textProperty().bind(texts.of(sale.bill(), (words, bill) -> told(words, bill.service())));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    private static String told(Words words, Service service) {
        return Stream.of(
                        service.mode() == ServiceMode.DINE_IN
                                ? ""
                                : words.get("mode." + service.mode().code()),
                        service.room().isEmpty() ? "" : words.get("sale.serving.room", service.room()),
                        service.table().isEmpty() ? "" : words.get("sale.serving.table", service.table()),
                        service.adults() == 0 ? "" : words.get("sale.serving.guests", service.adults()),
                        service.occasion()
                                .map(occasion -> words.get("occasion." + occasion.code()))
                                .orElse(""),
                        service.note())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
