package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A payment card's number typed into any field of any verb: refused, and nowhere afterwards. A failing seed is in the
/// failure's text.
class ConsolePansTest {
    /// Requests with a place for a text, of every verb that takes one.
    private static final List<String> PLACES = List.of(
            "{'do':'add','sku':'R001','note':'%s'}",
            "{'do':'add','sku':'R001','flags':['%s']}",
            "{'do':'add','sku':'R001','modifiers':['%s']}",
            "{'do':'add','sku':'%s'}",
            "{'do':'add','name':'%s','category':'food','price':'1.00'}",
            "{'do':'add','name':'x','category':'%s','price':'1.00'}",
            "{'do':'service','table':'%s'}",
            "{'do':'service','room':'%s'}",
            "{'do':'service','note':'%s'}",
            "{'do':'discount','percent':'5','reason':'%s'}",
            "{'do':'price-override','line':1,'price':'1.00','reason':'%s'}",
            "{'do':'void-line','line':1,'reason':'%s'}",
            "{'do':'void-bill','reason':'%s'}",
            "{'do':'hold','label':'%s'}",
            "{'do':'cash-in','amount':'1.00','reason':'%s'}",
            "{'do':'cash-out','amount':'1.00','reason':'%s'}",
            "{'do':'no-sale','reason':'%s'}",
            "{'do':'tender','type':'card','amount':'1.00','reference':'%s'}",
            "{'do':'tender','type':'wechat','amount':'1.00','reference':'%s'}",
            "{'do':'tender','type':'room','amount':'1.00','room':'%s','guest':'x'}",
            "{'do':'tender','type':'room','amount':'1.00','room':'1','guest':'%s'}",
            "{'do':'tender','type':'account','amount':'1.00','company':'%s'}",
            "{'do':'member','name':'%s'}",
            "{'do':'member','no':'%s'}",
            "{'do':'enrol','name':'%s','phone':'13900000001','consent':true}",
            "{'do':'enrol','name':'x','phone':'%s','consent':true}",
            "{'do':'enrol','name':'x','phone':'13900000001','email':'%s','consent':true}",
            "{'do':'enrol','name':'x','phone':'13900000001','document':{'type':'passport','no':'%s'},'consent':true}",
            "{'do':'enrol','name':'x','phone':'13900000001','ground':{'waived':'%s'},'consent':true}",
            "{'do':'refund','receipt':'%s','reason':'x'}",
            "{'do':'take-back','goods':'%s','amount':'1.00','reason':'x'}",
            "{'do':'fapiao','title':'%s'}",
            "{'do':'settle-account','company':'%s','amount':'1.00','tender':'cash'}",
            "{'do':'forget-member','member':'M0001','reason':'%s'}",
            "{'do':'reverse-points','member':'M0001','points':1,'reason':'%s'}",
            "{'do':'set-tier','member':'M0001','tier':'x','reason':'%s'}",
            "{'do':'event','member':'M0001','event':'%s'}",
            "{'do':'sign-in','operator':'%s','pin':'1111'}",
            "{'do':'%s'}",
            "{'do':'status','%s':1}",
            "{'do':'import-roster','file':'%s'}");

    @Test
    void noFieldOfAnyVerbTakesOne(@TempDir Path folder) throws IOException {
        var pans = List.of("4111111111111111", "5500005555555559", "378282246310005", "6212345678901232");
        try (var console = ConsoleDriver.selling(folder, "standard-card")) {
            console.ok("{'do':'add','sku':'R001'}");
            for (var seed = 1; seed <= 3; seed++) {
                var random = new Random(seed);
                for (var place : PLACES) {
                    var pan = pans.get(random.nextInt(pans.size()));
                    var written = random.nextBoolean()
                            ? pan
                            : "卡" + pan.substring(0, 4) + " " + pan.substring(4, 10) + "-" + pan.substring(10) + "，谢谢";
                    var answer = console.ask(place.formatted(written));
                    assertThat(answer.path("error").path("code").asString("ok"))
                            .as("seed %d: %s => %s", seed, place.formatted(written), answer)
                            .isEqualTo("PAN_REFUSED");
                    assertThat(answer.toString()).doesNotContain(pan).doesNotContain(written);
                }
            }
            assertThat(console.code("{'do':'service','table':'4111 1111','note':'1111 1111'}"))
                    .isEqualTo("PAN_REFUSED");
            assertThat(console.ok("{'do':'service','table':'12','room':'8808','note':'生日 13900000001'}"))
                    .isNotNull();
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                pans.forEach(pan -> assertThat(bytes).as("%s", file).doesNotContain(pan));
            }
        }
    }
}
