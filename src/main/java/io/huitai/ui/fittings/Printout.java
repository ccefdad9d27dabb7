package io.huitai.ui.fittings;

import io.huitai.till.report.Report;
import io.huitai.till.report.ReportPaper;
import io.huitai.till.report.ReportWords;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Reports on the till's paper: by its printer, or on the screen where that is the printer.
public final class Printout {
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Booth booth;
    private final ReceiptSheet receipts;

    public Printout(Booth booth, ReceiptSheet receipts) {
        this.booth = booth;
        this.receipts = receipts;
    }

    public void print(Report report) {
        var words = ReportWords.in(booth.texts().now().lang());
        booth.errands()
                .desk(
                        desk -> {
                            var slip = desk.receipts().slip(ReportPaper.of(report, words, NOW.format(desk.now())));
                            return new Handed(slip.text(), desk.receipts().hand(slip));
                        },
                        handed -> {
                            if (handed.printing()) {
                                booth.notices().say(Notices.Kind.DONE, "reports.printing");
                            } else {
                                receipts.show("reports.print", handed.text());
                            }
                        });
    }

    private record Handed(String text, boolean printing) {}
}
