package io.huitai.till.book;

import io.huitai.shop.Tender;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whom a tender charges that is signed for and paid later. It stands in the tender's reference, one name a line, and
/// below it what the cashier noted.
public sealed interface ChargedTo {
    String ROOM = "room:";
    String GUEST = "guest:";
    String COMPANY = "company:";

    /// What stands before a name; in older entries it is Chinese.
    Pattern MARK = Pattern.compile("^(?:" + ROOM + "|" + GUEST + "|" + COMPANY + "|房号 |客人 |单位 )");

    /// A hotel room's bill.
    record Room(String room, String guest) implements ChargedTo {}

    record Company(String name) implements ChargedTo {}

    /// The reference that says so.
    ///
    /// @param note what the cashier noted; may be empty
    default String reference(String note) {
        var whom = switch (this) {
            case Room(var room, var guest) -> ROOM + room + "\n" + GUEST + guest;
            case Company(var name) -> COMPANY + name;
        };
        return note.isEmpty() ? whom : whom + "\n" + note;
    }

    /// Whom a tender charges, if it is one that is paid later.
    static Optional<ChargedTo> of(Tender tender) {
        var lines = tender.reference().split("\n", -1);
        return switch (tender.type()) {
            case ROOM -> Optional.of(new Room(name(lines[0]), name(lines[1])));
            case ACCOUNT -> Optional.of(new Company(name(lines[0])));
            case CASH, CARD, WECHAT, ALIPAY, UNIONPAY, CHEQUE, STORED -> Optional.empty();
        };
    }

    private static String name(String line) {
        return MARK.matcher(line).replaceFirst("");
    }

    /// The company that a tender charges, if it charges one.
    static Optional<String> company(Tender tender) {
        return of(tender).flatMap(whom -> switch (whom) {
            case Company(var name) -> Optional.of(name);
            case Room _ -> Optional.empty();
        });
    }
}
