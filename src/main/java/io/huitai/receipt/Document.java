package io.huitai.receipt;

import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import java.util.ArrayList;
import java.util.List;

/// A receipt as a list of blocks, knowing no paper and no printer. Rendered by {@link TextReceipt},
/// {@link EscPosReceipt} and {@link PngReceipt}.
public record Document(List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }

    /// Begins a document.
    public static Composer compose() {
        return new Composer();
    }

    /// This receipt printed once more: marked with the copy's number above and below, and it opens no drawer.
    public Document asCopy(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("Copies count from 1");
        }
        var mark = new Block.Banner(Wording.of(Document.class, Lang.ZH).say("copy", number));
        var copied = new ArrayList<Block>();
        copied.add(mark);
        blocks.stream().filter(block -> !(block instanceof Block.DrawerPulse)).forEach(copied::add);
        var lastIsCut = copied.getLast() instanceof Block.Cut;
        copied.add(lastIsCut ? copied.size() - 1 : copied.size(), mark);
        return new Document(copied);
    }
}
