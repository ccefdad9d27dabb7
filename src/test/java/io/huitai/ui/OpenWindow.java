package io.huitai.ui;

import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.Tender;
import io.huitai.shop.TillId;
import io.huitai.till.Till;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.member.MemberView;
import io.huitai.till.settings.Opening;
import io.huitai.till.settings.TillSettings;
import io.huitai.ui.fittings.Counter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.stage.Stage;

/// The window on a till of its own with some programme, a shift open and hands at it.
record OpenWindow(Till till, Hands hands) implements AutoCloseable {
    static OpenWindow on(Stage stage, String programme, OutletKind kind, Optional<Instant> now) {
        try {
            var folder = Files.createTempDirectory("huitai-ui").resolve("store");
            return on(stage, Till.open(opening(folder, programme, kind, now), InstantSource.system()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A house that asks for proofs and approvals as one that sells.
    static OpenWindow asking(Stage stage, String programme) {
        try {
            var folder = Files.createTempDirectory("huitai-ui").resolve("store");
            var opening = opening(folder, programme, OutletKind.RESTAURANT, Optional.empty());
            Till.open(opening, InstantSource.system()).close();
            var settings = folder.resolve(TillSettings.FILE);
            Files.writeString(
                    settings,
                    Files.readString(settings).replaceAll("(approveCards|askProof|signedIn): false", "$1: true"));
            return on(stage, Till.open(opening, InstantSource.system()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Opening opening(Path folder, String programme, OutletKind kind, Optional<Instant> now) {
        return new Opening(folder, new StoreId("S001"), new TillId("T1"), kind, programme, Lang.ZH, false, now);
    }

    private static OpenWindow on(Stage stage, Till till) {
        var scene = Hands.onScreen(() -> {
            var front = new Front(CompletableFuture.completedFuture(till), Surroundings.alone(), Lang.ZH).scene();
            stage.setScene(front);
            stage.setWidth(1366);
            stage.setHeight(768);
            stage.show();
            return front;
        });
        var hands = new Hands(scene);
        hands.signInAndOpenShift();
        return new OpenWindow(till, hands);
    }

    static OpenWindow on(Stage stage, String programme) {
        return on(stage, programme, OutletKind.RESTAURANT, Optional.empty());
    }

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
