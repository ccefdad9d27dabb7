package io.huitai.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryLinesTest {
    @Test
    void linesComeBackAsTheyWerePacked() throws IOException {
        var packed = EntryLines.pack(List.of("一".getBytes(UTF_8), "two".getBytes(UTF_8)));
        assertThat(unpack(packed).stream().map(line -> new String(line, UTF_8))).containsExactly("一", "two");
    }

    @Test
    void whatIsOverTheLimitsOrUnfinishedIsRefused() {
        var many = Collections.nCopies(Protocol.MAX_UPLOAD_ENTRIES + 1, new byte[] {'x'});
        var long1 = new byte[Protocol.MAX_UPLOAD_BYTES];
        Arrays.fill(long1, (byte) 'x');
        for (var bad : List.of(
                EntryLines.pack(many), EntryLines.pack(List.of(long1)), EntryLines.pack(List.of()), new byte[20])) {
            assertThatThrownBy(() -> unpack(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        var cut = EntryLines.pack(List.of("one".getBytes(UTF_8)));
        assertThatThrownBy(() -> unpack(Arrays.copyOf(cut, cut.length - 9))).isInstanceOf(EOFException.class);
    }

    private static List<byte[]> unpack(byte[] body) throws IOException {
        return EntryLines.unpack(new ByteArrayInputStream(body));
    }
}
