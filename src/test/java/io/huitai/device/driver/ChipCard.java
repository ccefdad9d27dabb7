package io.huitai.device.driver;

import io.huitai.device.decode.Tags;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/// A chip as the JDK shows it, with no service in between.
final class ChipCard extends Card {
    private final Tags.Chip chip;

    ChipCard(Tags.Chip chip) {
        this.chip = chip;
    }

    @Override
    public ATR getATR() {
        return new ATR(VirtualCard.PROCESSOR_ATR);
    }

    @Override
    public String getProtocol() {
        return "T=1";
    }

    @Override
    public CardChannel getBasicChannel() {
        return new Channel();
    }

    @Override
    public CardChannel openLogicalChannel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void beginExclusive() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void endExclusive() {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] transmitControlCommand(int controlCode, byte[] command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void disconnect(boolean reset) {
        // Nothing is held.
    }

    private final class Channel extends CardChannel {
        @Override
        public Card getCard() {
            return ChipCard.this;
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) throws CardException {
            try {
                return new ResponseAPDU(chip.answer(command.getBytes()));
            } catch (IOException gone) {
                throw new CardException(gone);
            }
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }
    }
}
