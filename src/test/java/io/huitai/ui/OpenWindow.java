package io.huitai.ui;

import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Tender;
import io.huitai.till.Till;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.member.MemberView;
import io.huitai.ui.fittings.Counter;
import java.util.List;
import java.util.Optional;

/// The window on a till of its own with some programme, a shift open and hands at it.
record OpenWindow(Till till, Hands hands) implements AutoCloseable {
    /// Somebody else, in place of the cashier.
    void signIn(String operator, String pin) {
        till.perform(desk -> desk.operators().signIn(new OperatorId(operator), pin))
                .join();
    }

    MemberView member(String no) {
        return till.perform(desk -> desk.club().members().view(new MemberNo(no)))
                .join();
    }

    /// What has been paid of the open bill.
    List<Tender> tenders() {
        return till.perform(desk -> desk.bill().bills().view().tendered()).join();
    }

    void give(String no, long points) {
        var given = new ApprovalGiven(new OperatorId("2001"), "2222");
        till.perform(desk -> desk.club().points().reverse(new MemberNo(no), points, "r", () -> Optional.of(given)))
                .join();
    }

    void charge(String company, String amount) {
        Counter.charge(till, company, amount);
    }

    /// The member on the bill, found by telephone.
    void attach(String phone, String no) {
        hands.tap("#sale-find");
        hands.tap(phone, "member");
        hands.tap("#member-key-enter");
        hands.tap("#member-" + no);
        hands.until(() -> hands.isShown("#sale-member"));
    }

    void file() {
        hands.tap("#sale-find");
        hands.until(() -> hands.isShown("#member-bind"));
    }

    @Override
    public void close() {
        till.close();
    }
}
