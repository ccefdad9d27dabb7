package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConsoleDishesTest {
    @TempDir
    private Path store;

    private static String due(JsonNode answer) {
        return answer.path("bill").path("due").asString();
    }

    @Test
    void modifiersAddTheirPriceAndAPrintedLine() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            assertThat(due(console.ok(
                            "{'do':'add','sku':'Z005','qty':'2','modifiers':['egg','no-coriander']," + "'note':'少辣'}")))
                    .isEqualTo("80.00"); // (38.00 + 2.00) × 2
            assertThat(console.code("{'do':'add','sku':'Z005','modifiers':['gold-leaf']}"))
                    .isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'add','sku':'Z005','modifiers':'egg'}"))
                    .isEqualTo("BAD_REQUEST");
            console.ok("{'do':'hold'}");
            assertThat(due(console.ok("{'do':'recall'}"))).isEqualTo("80.00");
            console.ok("{'do':'tender','type':'cash'}");
            assertThat(console.ok("{'do':'receipt'}").path("body").asString()).contains("加蛋", "免香菜", "少辣");
        }
    }

    @Test
    void aSetMealServesItsFirstCoursesUnlessTheGuestChooses() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            assertThat(due(console.ok("{'do':'add','sku':'B007'}"))).isEqualTo("38.00");
            assertThat(due(console.ok("{'do':'add','sku':'B007','choices':['J011','Z011']}")))
                    .isEqualTo("92.00"); // 38.00 + 38.00 + 12.00 + 4.00
            assertThat(console.code("{'do':'add','sku':'B007','choices':['R001']}"))
                    .isEqualTo("BAD_REQUEST");
            console.ok("{'do':'tender','type':'cash'}");
            assertThat(console.ok("{'do':'receipt'}").path("body").asString())
                    .contains("小米南瓜粥", "豆奶", "皮蛋瘦肉粥", "美式咖啡", "12.00");
        }
    }

    @Test
    void aMarketPriceIsGivenWithTheOrderAndNoOtherPriceIs() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            assertThat(console.code("{'do':'add','sku':'R050'}")).isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'scan','code':'R050'}")).isEqualTo("BAD_REQUEST");
            assertThat(console.code("{'do':'add','sku':'R050','price':'0.00'}")).isEqualTo("BAD_AMOUNT");
            assertThat(console.code("{'do':'add','sku':'R001','price':'1.00'}")).isEqualTo("BAD_REQUEST");
            assertThat(due(console.ok("{'do':'add','sku':'R050','price':'420.00','qty':'13','unit':'两'}")))
                    .isEqualTo("546.00"); // 1.3 斤
            assertThat(due(console.ok("{'do':'add','sku':'S027','qty':'0.5','unit':'斤'}")))
                    .isEqualTo("570.00"); // and 0.25 kg at 96.00
            assertThat(console.code("{'do':'add','sku':'R001','qty':'1','unit':'斤'}"))
                    .isEqualTo("BAD_REQUEST");
        }
    }
}
