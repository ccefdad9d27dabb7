package io.huitai.ui.fittings;

import io.huitai.shop.ReceiptNo;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A receipt or report to be read on the screen: the on-screen printer.
public final class ReceiptSheet {
    private static final double HEIGHT = 540;

    private final Booth booth;
    private final int columns;
    private final Consumer<ReceiptNo> fapiao;

    /// @param fapiao asks for the tax invoice of a receipt
    public ReceiptSheet(Booth booth, int columns, Consumer<ReceiptNo> fapiao) {
        this.booth = booth;
        this.columns = columns;
        this.fapiao = fapiao;
    }

    /// @param title a text key
    public void show(String title, String text) {
        show(title, text, Optional.empty());
    }

    /// @param invoiced the receipt's number where a tax invoice can be asked for
    public void show(String title, String text, Optional<ReceiptNo> invoiced) {
        var paper = new ScrollPane(new StackPane(new ReceiptPaper(text, columns)));
        paper.getStyleClass().add("receipt");
        paper.setFitToWidth(true);
        paper.setPrefHeight(HEIGHT);
        paper.setMinWidth(460);
        var content =
                invoiced.<Region>map(no -> new VBox(10, paper, invoice(no))).orElse(paper);
        booth.sheets().show(new Sheet("receipt-sheet", booth.texts().of(title), content, paper));
    }

    private Button invoice(ReceiptNo no) {
        var button = new Button();
        button.setId("receipt-fapiao");
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(booth.texts().of("sale.done.fapiao"));
        button.setOnAction(_ -> fapiao.accept(no));
        return button;
    }
}
