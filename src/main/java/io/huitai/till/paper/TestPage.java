package io.huitai.till.paper;

import io.huitai.receipt.Document;
import io.huitai.receipt.EscPosReceipt;
import io.huitai.till.settings.PrinterName;
import io.huitai.till.settings.TillSettings;

/// The page that shows whether a receipt printer prints what receipts need: Chinese, ￥, the paper's width, a QR code.
public final class TestPage {
    private TestPage() {}

    /// In the bytes of the printer that settings name.
    public static byte[] bytes(TillSettings settings) {
        var page = Document.compose()
                .heading(settings.name())
                .banner(ReceiptPages.both("test-page"))
                .pair(settings.store() + " " + settings.till(), settings.printer())
                .rule()
                .line("1234567890".repeat(5).substring(0, settings.paper()))
                .pair("宫保鸡丁 酒水 客房", "￥1,234.50")
                .rule()
                .qr("HUITAI-TEST", "HUITAI-TEST")
                .cut()
                .done();
        var raster = PrinterName.read(settings).filter(PrinterName::raster).isPresent();
        return raster ? EscPosReceipt.pictured(page, settings.paper()) : EscPosReceipt.render(page, settings.paper());
    }
}
