package io.huitai.till.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.device.Paper;
import io.huitai.device.PrinterSettings;
import io.huitai.device.PrinterSettings.Handshake;
import io.huitai.device.PrinterSettings.Port;
import io.huitai.device.SerialAddress;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterNameTest {
    private static PrinterName read(String words, int paper) {
        return PrinterName.read(settings(words, paper)).orElseThrow();
    }

    private static TillSettings settings(String words, int paper) {
        return new TillSettings(
                "S001",
                "T1",
                "店",
                "hotel",
                new ProgrammeId("mall"),
                true,
                "Asia/Shanghai",
                "zh",
                words,
                paper,
                10,
                List.of(),
                TillSettings.WedgeEntry.USUAL,
                List.of(),
                TillSettings.ScaleEntry.USUAL,
                HouseRules.USUAL);
    }

    @Test
    void theScreenIsNoPrinter() {
        assertThat(PrinterName.read(settings("screen", 48))).isEmpty();
    }

    @Test
    void eachKindIsRead() {
        assertThat(read("tcp:10.0.0.9:9100", 48).printer())
                .isEqualTo(PrinterSettings.of("receipt", Port.Network.at("10.0.0.9", 9100), Paper.MM80));
        assertThat(read("file:/dev/usb/lp0", 32).printer())
                .isEqualTo(PrinterSettings.of("receipt", new Port.DeviceFile(Path.of("/dev/usb/lp0")), Paper.MM58));
        assertThat(read("serial:/dev/ttyUSB0@19200", 48).printer().port())
                .isEqualTo(new Port.Serial(new SerialAddress("/dev/ttyUSB0", 19_200), Handshake.XON_XOFF));
        assertThat(read("serial:COM3@9600 rtscts", 48).printer().port())
                .isEqualTo(new Port.Serial(new SerialAddress("COM3", 9_600), Handshake.RTS_CTS));
    }

    @Test
    void aPrinterWithoutChineseGetsPictures() {
        assertThat(read("tcp:10.0.0.9:9100", 48).raster()).isFalse();
        assertThat(read("tcp:10.0.0.9:9100 raster", 48).raster()).isTrue();
        var both = read("serial:/dev/ttyS0@115200 rtscts raster", 48);
        assertThat(both.raster()).isTrue();
        assertThat(both.printer().port())
                .isEqualTo(new Port.Serial(new SerialAddress("/dev/ttyS0", 115_200), Handshake.RTS_CTS));
    }

    @Test
    void aFileMayHaveSpacesInItsName() {
        assertThat(read("file:/tmp/my printer", 48).printer().port())
                .isEqualTo(new Port.DeviceFile(Path.of("/tmp/my printer")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "printer",
                "tcp:",
                "tcp:host",
                "tcp::9100",
                "tcp:host:0",
                "tcp:host:99999",
                "file:",
                "serial:",
                "serial:/dev/ttyS0@fast",
                "serial:@9600",
                "usb:1"
            })
    void otherWordsAreRefused(String words) {
        assertThatThrownBy(() -> PrinterName.read(settings(words, 48)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_FILE));
    }
}
