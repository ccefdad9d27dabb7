package io.huitai.ui;

import java.util.concurrent.Executor;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Two low tones that say "look here" to a cashier whose eyes are on the goods.
public final class Tone implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Tone.class);
    private static final int RATE = 16_000;
    private static final int HERTZ = 330;
    private static final int LOUD = 60;
    private static final int SOUND_MILLIS = 140;
    private static final int REST_MILLIS = 70;

    private final Executor aside;

    /// @param aside where it sounds: nobody waits for it
    public Tone(Executor aside) {
        this.aside = aside;
    }

    @Override
    public void run() {
        aside.execute(Tone::sound);
    }

    private static void sound() {
        var format = new AudioFormat(RATE, 8, 1, true, true);
        try (var line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            var wave = wave();
            line.write(wave, 0, wave.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException silent) {
            LOG.debug("No sound: the notice has to do", silent);
        }
    }

    private static byte[] wave() {
        var part = RATE * (SOUND_MILLIS + REST_MILLIS) / 1_000;
        var sounding = RATE * SOUND_MILLIS / 1_000;
        var wave = new byte[2 * part];
        for (var at = 0; at < wave.length; at++) {
            var up = at % (RATE / HERTZ) < RATE / HERTZ / 2;
            wave[at] = (byte) (at % part < sounding ? (up ? LOUD : -LOUD) : 0);
        }
        return wave;
    }
}
