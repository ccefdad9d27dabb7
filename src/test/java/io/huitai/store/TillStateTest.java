package io.huitai.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.FactJson;
import org.junit.jupiter.api.Test;

class TillStateTest {
    @Test
    void aStateKeptBeforeClocksWereDoubtedIsRead() {
        var kept = "{'outlet':'restaurant','training':true,'programme':'mall','zone':'Asia/Shanghai','receipts':7,"
                + "'members':1,'lastReceipt':'S001-T1-000007','shifts':2,'openShift':2,'wrongPins':{}}";

        var state = FactJson.mapper().readValue(kept.replace('\'', '"'), TillState.class);

        assertThat(state.receipts()).isEqualTo(7);
        assertThat(state.trusted()).isEmpty();
        assertThat(state.confirmed()).isEmpty();
    }
}
