package io.huitai.receipt;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import java.util.ArrayList;
import java.util.List;

/// Writes a {@link Document} from top to bottom.
public final class Composer {
    private final List<Block> blocks = new ArrayList<>();

    Composer() {}

    public Composer logo(Logo logo) {
        return add(new Block.Picture(logo));
    }

    public Composer heading(String text) {
        return add(new Block.Heading(text));
    }

    public Composer line(String text) {
        return add(new Block.Text(text, Block.Side.LEFT, Block.Weight.PLAIN));
    }

    public Composer strong(String text) {
        return add(new Block.Text(text, Block.Side.LEFT, Block.Weight.STRONG));
    }

    public Composer centred(String text) {
        return add(new Block.Text(text, Block.Side.CENTRE, Block.Weight.PLAIN));
    }

    public Composer pair(String left, String right) {
        return add(new Block.Pair(left, right, Block.Weight.PLAIN));
    }

    public Composer pair(String label, Money amount) {
        return pair(label, amount.toString());
    }

    public Composer strongPair(String left, String right) {
        return add(new Block.Pair(left, right, Block.Weight.STRONG));
    }

    public Composer rule() {
        return add(new Block.Rule());
    }

    public Composer heads(String name, String price, String quantity, String amount) {
        return add(new Block.Heads(name, price, quantity, amount));
    }

    public Composer item(String name, Money price, Quantity quantity, Money amount, Block.Reason... reasons) {
        return item(name, price, quantity, amount, List.of(reasons));
    }

    public Composer item(String name, Money price, Quantity quantity, Money amount, List<Block.Reason> reasons) {
        return add(new Block.Item(name, price.toString(), quantity.toString(), amount.toString(), reasons));
    }

    public Composer total(String label, Money amount) {
        return add(new Block.Total(label, "￥" + amount));
    }

    public Composer qr(String payload, String caption) {
        return add(new Block.Qr(payload, caption));
    }

    public Composer banner(String text) {
        return add(new Block.Banner(text));
    }

    public Composer signature(String label) {
        return add(new Block.Signature(label));
    }

    public Composer feed(int lines) {
        return add(new Block.Feed(lines));
    }

    public Composer cut() {
        return add(new Block.Cut());
    }

    public Composer openDrawer() {
        return add(new Block.DrawerPulse());
    }

    /// Any block, and the blocks of other documents.
    public Composer add(Block block) {
        blocks.add(block);
        return this;
    }

    public Composer addAll(Document document) {
        blocks.addAll(document.blocks());
        return this;
    }

    public Document done() {
        return new Document(blocks);
    }
}
