package io.huitai.device.decode;

/// LRCs as a reader's chip makes them: even parity down each bit of the track's characters, ISO/IEC 7811-6.
final class Lrc {
    private Lrc() {}

    static char ofTrack1(String frame) {
        return column(frame, ' ', 6);
    }

    static char ofTrack2(String frame) {
        return column(frame, '0', 4);
    }

    private static char column(String frame, char zero, int bits) {
        var code = 0;
        for (var bit = 0; bit < bits; bit++) {
            var place = 1 << bit;
            var ones = frame.chars()
                    .filter(character -> ((character - zero) & place) != 0)
                    .count();
            code |= ones % 2 == 0 ? 0 : place;
        }
        return (char) (zero + code);
    }
}
