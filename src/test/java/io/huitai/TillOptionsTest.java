package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TillOptionsTest {
    @Test
    void syncTakesTheWordAuto() {
        assertThat(CommandLine.populateCommand(new TillOptions()).automatic()).isFalse();
        assertThat(CommandLine.populateCommand(new TillOptions(), "--sync", "auto")
                        .automatic())
                .isTrue();
        assertThat(CommandLine.populateCommand(new TillOptions(), "--sync=auto").automatic())
                .isTrue();
        assertThatThrownBy(() -> CommandLine.populateCommand(new TillOptions(), "--sync", "now"))
                .hasMessageContaining("'now' is not auto");
    }
}
