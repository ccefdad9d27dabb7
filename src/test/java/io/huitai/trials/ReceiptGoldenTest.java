package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import io.huitai.receipt.Block;
import io.huitai.receipt.Document;
import io.huitai.receipt.EscPosReader;
import io.huitai.receipt.EscPosReceipt;
import io.huitai.receipt.Golden;
import io.huitai.receipt.PaperPicture;
import io.huitai.shop.Lang;
import io.huitai.shop.OutletKind;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.till.Till;
import io.huitai.till.settings.Opening;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every kind of receipt the till has, from real sales: its bytes are as last looked at, and a reader that is not the
/// encoder finds the words and the code in them. Written anew with `-Dhuitai.golden=write`; then look at
/// `target/screenshots/receipts`.
class ReceiptGoldenTest {
    /// The birthday of member M0001, a Wednesday.
    private static final Instant BIRTHDAY = Instant.parse("2026-05-20T04:30:00Z");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Lang.class)
    void everyReceiptIsAsLastLookedAt(Lang lang) throws Exception {
        for (var receipt : receipts(lang).entrySet()) {
            var name = receipt.getKey() + "-" + lang.code();
            for (var columns : List.of(32, 48)) {
                check(name + "-" + columns, receipt.getValue(), columns);
            }
        }
    }

    private static void check(String name, Sample sample, int columns) throws Exception {
        var bytes = EscPosReceipt.render(sample.document(), columns);
        var print = EscPosReader.read(bytes);
        Golden.check("till/" + name + ".escpos", bytes);
        Golden.check("till/" + name + ".txt", String.join("\n", print.tape).getBytes(StandardCharsets.UTF_8));
        var picture = PaperPicture.of(print, columns);
        PaperPicture.keep("receipts/" + name, picture);
        assertThat(PaperPicture.codeIn(picture)).as(name).isEqualTo(sample.no().value());

        var pictured = EscPosReader.read(EscPosReceipt.pictured(sample.document(), columns));
        assertThat(pictured.lines).as("no character is sent").isEmpty();
        var drawn = PaperPicture.of(pictured, columns);
        PaperPicture.keep("receipts/" + name + "-raster", drawn);
        assertThat(PaperPicture.codeIn(drawn))
                .as(name + " as a picture")
                .isEqualTo(sample.no().value());
        if (name.startsWith("member-zh") || name.startsWith("refund-part-zh")) {
            Golden.checkPicture(
                    "till/" + name + ".raster.escpos", EscPosReceipt.pictured(sample.document(), columns), columns);
        }
    }

    private record Sample(ReceiptNo no, Document document) {}

    private Map<String, Sample> receipts(Lang lang) throws Exception {
        var samples = new LinkedHashMap<String, Sample>();
        try (var till = open(lang)) {
            sellOne(till);
            samples.put("training", last(till));
        }
        var store = directory.resolve(lang.code());
        for (var part : List.of("journal", "anchor", "store.mv.db")) { // a store is what it was opened as: begun anew
            Folders.delete(store.resolve(part));
        }
        Files.delete(Keychain.open(store, new SystemDisk()).outside().resolve("anchor"));
        var settings = store.resolve("settings.yaml");
        Files.writeString(settings, Files.readString(settings).replace("training: true", "training: false"));
        try (var till = open(lang)) {
            sellOne(till);
            sell(till, samples);
            refund(till, samples);
        }
        return samples;
    }

    private static void sellOne(TillHere till) {
        till.signIn();
        till.ok("open-shift", "float", "200.00");
        till.ok("add", "sku", "L001");
        till.ok("tender", "type", "cash");
    }

    private static void sell(TillHere till, Map<String, Sample> samples) {
        till.ok("add", "sku", "L001");
        till.ok("add", "sku", "J016", "qty", "2");
        till.ok("tender", "type", "cash", "amount", "100.00");
        samples.put("walk-in", last(till));
        till.ok("add", "sku", "R001", "qty", "3");
        till.ok("member", "no", "M0001");
        till.ok("tender", "type", "wechat");
        till.ok("service", "table", "A12");
        till.ok("add", "sku", "R001", "qty", "2", "note", "少辣，不要香菜");
        till.ok("add", "sku", "L007");
        till.ok("add", "sku", "J016", "qty", "12");
        till.ok("member", "no", "M0001");
        var used = till.ok("use", "points", "max", "vouchers", List.of(Json.object("type", "birthday50", "count", 1)));
        assertThat(used.path("bill").path("refused")).isEmpty();
        till.ok("tender", "type", "wechat", "amount", "20.00");
        till.ok("tender", "type", "cash", "amount", "500.00");
        samples.put("member", last(till));
        till.ok("receipt");
        samples.put("copy", last(till));
    }

    private static void refund(TillHere till, Map<String, Sample> samples) {
        var line = List.of(Json.object("line", 1, "qty", "1"));
        var sold = samples.get("member");
        till.ok("refund", "receipt", sold.no().value(), "lines", line, "reason", "退", "approval", Json.approval());
        samples.put("refund-part", last(till));
        till.ok("refund", "receipt", sold.no().value(), "reason", "退", "approval", Json.approval());
        samples.put("refund-rest", last(till));
        var whole = samples.get("walk-in").no().value();
        till.ok("refund", "receipt", whole, "reason", "退", "approval", Json.approval());
        samples.put("refund-whole", last(till));
    }

    /// The last receipt as the next print would be. The proof in it is another each time, for the till's key is.
    private static Sample last(TillHere till) {
        var page =
                till.till().perform(at -> at.receipts().look(Optional.empty())).join();
        var blocks = page.paper().document().blocks().stream()
                .map(block -> block instanceof Block.Text(var text, var side, var weight)
                        ? new Block.Text(text.replaceFirst("^(验证码|Proof) .*", "$1 0123456789ab"), side, weight)
                        : block)
                .toList();
        return new Sample(page.no(), new Document(blocks));
    }

    private TillHere open(Lang lang) {
        var opening = new Opening(
                directory.resolve(lang.code()),
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.RESTAURANT,
                "mall",
                lang,
                false,
                Optional.empty());
        return TillHere.on(Till.open(opening, () -> BIRTHDAY), lang);
    }
}
