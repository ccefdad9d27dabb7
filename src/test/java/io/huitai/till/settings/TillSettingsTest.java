package io.huitai.till.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.device.ReaderSettings;
import io.huitai.device.ReaderSettings.Kind;
import io.huitai.device.ReaderSettings.Port;
import io.huitai.device.SerialAddress;
import io.huitai.device.decode.CardForm;
import io.huitai.device.wedge.WedgeSettings;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TillSettingsTest {
    /// As tills wrote it before they knew of readers.
    private static final String BEFORE = """
            ---
            store: "S001"
            till: "T1"
            name: "会台酒店 HUITAI"
            kind: "restaurant"
            programme: "standard-card"
            training: true
            zone: "Asia/Shanghai"
            lang: "zh"
            printer: "screen"
            paper: 48
            """;

    @TempDir
    private Path store;

    private TillSettings read(String more) throws IOException {
        Files.writeString(store.resolve(TillSettings.FILE), BEFORE + more);
        return TillSettings.read(store);
    }

    @Test
    void settingsOfBeforeHaveNoReadersAndTheUsualWedge() throws IOException {
        var settings = read("");
        assertThat(ReaderNames.readers(settings)).isEmpty();
        assertThat(ReaderNames.wedge(settings)).isEqualTo(WedgeSettings.usual());
        settings.write(store);
        assertThat(TillSettings.read(store)).isEqualTo(settings);
    }

    @Test
    void scalesLabelsFrom25OnWeighUnlessItSaysOtherwise() throws IOException {
        assertThat(read("").weightPrefixes()).containsExactly("25", "26", "27", "28", "29");
        assertThat(read("weightPrefixes: [\"21\"]\n").weightPrefixes()).containsExactly("21");
        assertThatThrownBy(() -> read("weightPrefixes: [\"69\"]\n")).hasMessage("BAD_FILE");
    }

    @Test
    void labelsOf18DigitsAreTheScalesButForThoseThatAlipayBeginsWith() throws IOException {
        assertThat(read("").scale().prefixes()).hasSize(9).doesNotContain("28");
        assertThat(read("").scale().saysWeightFirst()).isFalse();
        var other = read("scale: {order: weight-amount}\n").scale();
        assertThat(other.saysWeightFirst()).isTrue();
        assertThat(other.prefixes()).hasSize(9);
        assertThat(read("scale: {prefixes: []}\n").scale().prefixes()).isEmpty();
        assertThatThrownBy(() -> read("scale: {prefixes: [\"30\"]}\n")).hasMessage("BAD_FILE");
        assertThatThrownBy(() -> read("scale: {order: price}\n")).hasMessage("BAD_FILE");
    }

    @Test
    void formsOfCardsAreNamedAndAWrongOneIsToldAtTheStart() throws IOException {
        assertThat(ReaderNames.cardForms(read(""))).isEqualTo(CardForm.USUAL);
        assertThat(ReaderNames.cardForms(read("wedge: {cards: [decimal-reversed, 8d]}\n")))
                .containsExactly(CardForm.DECIMAL_REVERSED, CardForm.EIGHT);
        var wrong = read("wedge: {cards: [octal]}\n");
        assertThatThrownBy(() -> ReaderNames.check(wrong)).hasMessage("BAD_FILE");
    }

    @Test
    void readersAreReadAsTheyAreWritten() throws IOException {
        var settings = read("""
                readers:
                - {name: counter, kind: magstripe, port: "serial:/dev/ttyUSB0@19200"}
                - {name: gun, kind: codes, port: "serial:COM3"}
                - {name: desk, kind: nfc, port: "pcsc:ACR122"}
                - {name: all, kind: nfc, port: pcsc}
                - {name: keys, kind: codes, port: wedge}
                - {name: play, kind: magstripe, port: simulated}
                """);
        assertThat(ReaderNames.readers(settings))
                .containsExactly(
                        new ReaderSettings(
                                "counter", Kind.MAGSTRIPE, new Port.Serial(new SerialAddress("/dev/ttyUSB0", 19_200))),
                        new ReaderSettings("gun", Kind.CODES, new Port.Serial(new SerialAddress("COM3", 9_600))),
                        new ReaderSettings("desk", Kind.NFC, new Port.PcSc(Optional.of("ACR122"))),
                        new ReaderSettings("all", Kind.NFC, new Port.PcSc(Optional.empty())),
                        new ReaderSettings("keys", Kind.CODES, new Port.Keyboard()),
                        new ReaderSettings("play", Kind.MAGSTRIPE, new Port.Simulated()));
        settings.write(store);
        assertThat(TillSettings.read(store)).isEqualTo(settings);
    }

    @Test
    void aWedgeMayNameAnyOfItsEntries() throws IOException {
        var settings = read("wedge: {layout: {'ö': ';', '_': '?'}}");
        assertThat(ReaderNames.wedge(settings).layout()).isEqualTo(Map.of('ö', ';', '_', '?'));
        assertThat(ReaderNames.wedge(settings).prefix()).isEmpty();
        assertThat(ReaderNames.wedge(read("wedge: {prefix: '~', suffix: '!'}")).suffix())
                .isEqualTo("!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "readers: 5",
                "readers: [{name: a}]",
                "readers: [{name: , kind: nfc, port: pcsc}]",
                "readers: [{name: '', kind: nfc, port: pcsc}]",
                "readers: [{name: a, kind: laser, port: pcsc}]",
                "readers: [{name: a, kind: nfc, port: usb}]",
                "readers: [{name: a, kind: nfc, port: 'serial:/dev/ttyS0'}]",
                "readers: [{name: a, kind: magstripe, port: pcsc}]",
                "readers: [{name: a, kind: codes, port: 'serial:/dev/ttyS0@fast'}]",
                "readers: [{name: a, kind: nfc, port: pcsc}, {name: a, kind: codes, port: wedge}]",
                "readers: [{name: a, kind: nfc, port: pcsc, speed: 5}]",
                "wedge: {layout: {'ab': ';'}}",
                "wedge: {sufix: '!'}",
                "printr: screen"
            })
    void whatIsWrongIsRefusedByName(String wrong) {
        assertThatThrownBy(() -> ReaderNames.check(read(wrong)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_FILE));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        for (var text : List.of("", "just words", "[1, 2]")) {
            Files.writeString(store.resolve(TillSettings.FILE), text);
            assertThatThrownBy(() -> TillSettings.read(store)).isInstanceOf(Refusal.class);
        }
    }
}
