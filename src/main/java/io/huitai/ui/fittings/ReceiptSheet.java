package io.huitai.ui.fittings;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/// A receipt or report to be read on the screen: the on-screen printer.
public final class ReceiptSheet {
    private static final double HEIGHT = 540;

    private final Booth booth;
    private final int columns;

    public ReceiptSheet(Booth booth, int columns) {
        this.booth = booth;
        this.columns = columns;
    }

    /// @param title a text key
    public void show(String title, String text) {
        var paper = new ScrollPane(new StackPane(new ReceiptPaper(text, columns)));
        paper.getStyleClass().add("receipt");
        paper.setFitToWidth(true);
        paper.setPrefHeight(HEIGHT);
        paper.setMinWidth(460);
        booth.sheets().show(new Sheet("receipt-sheet", booth.texts().of(title), paper, paper));
    }
}
