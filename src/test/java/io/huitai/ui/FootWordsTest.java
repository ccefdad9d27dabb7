package io.huitai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.Lang;
import io.huitai.till.paper.PrinterState;
import io.huitai.ui.fittings.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FootWordsTest {
    @ParameterizedTest
    @EnumSource(PrinterState.class)
    void everyStateOfThePrinterHasItsWords(PrinterState state) {
        assertThat(Words.in(Lang.ZH).get("foot.printer." + state)).isNotBlank();
        assertThat(Words.in(Lang.EN).get("foot.printer." + state)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(PrinterState.class)
    void theConsolesWordsStay(PrinterState state) {
        assertThat(state.code()).isIn("screen", "ready", "trouble");
    }
}
