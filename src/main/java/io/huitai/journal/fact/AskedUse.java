package io.huitai.journal.fact;

import io.huitai.shop.id.VoucherTypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a guest asked to use on a bill. A count of {@link #MOST} is "max".
public record AskedUse(long points, List<Voucher> vouchers) {
    public static final long MOST = -1;
    public static final AskedUse NOTHING = new AskedUse(0, List.of());

    /// @param count above zero, or {@link #MOST}
    public record Voucher(VoucherTypeId type, long count) {}

    /// The same wish and one more voucher of a type.
    public AskedUse oneMore(VoucherTypeId type) {
        var more = new ArrayList<>(vouchers);
        var at = IntStream.range(0, more.size())
                .filter(i -> more.get(i).type().equals(type))
                .findFirst();
        if (at.isEmpty()) {
            more.add(new Voucher(type, 1));
        } else if (more.get(at.getAsInt()).count() != MOST) {
            more.set(at.getAsInt(), new Voucher(type, more.get(at.getAsInt()).count() + 1));
        }
        return new AskedUse(points, List.copyOf(more));
    }
}
