package io.huitai.ui.member;

import io.huitai.shop.MemberNo;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.ReceiptSheet;
import io.huitai.ui.fittings.Sheet;
import io.huitai.ui.sale.SaleModel;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A member's file: what they have, what was sold to them, and all that the programme lets the counter do for them.
final class MemberFileSheet {
    private final Booth booth;
    private final ReceiptSheet receipts;

    MemberFileSheet(Booth booth, ReceiptSheet receipts) {
        this.booth = booth;
        this.receipts = receipts;
    }

    /// @param other looks for somebody else
    void open(MemberNo no, SaleModel sale, Runnable other) {
        var file = new ReadOnlyObjectWrapper<Optional<MemberFile>>(Optional.empty());
        Runnable read =
                () -> booth.errands().desk(desk -> MemberFile.of(desk, no), found -> file.set(Optional.of(found)));
        var serving = new Serving(booth, receipts, read);
        var view = new MemberFileView(
                file.getReadOnlyProperty(),
                booth.texts(),
                serving,
                () -> {
                    booth.sheets().closeAll();
                    sale.attach(no);
                },
                () -> {
                    booth.sheets().close(Serving.FILE);
                    other.run();
                });
        booth.sheets().show(new Sheet(Serving.FILE, booth.texts().of("member.file.title"), view, view));
        read.run();
    }
}
