package io.huitai.device;

import java.util.Optional;

/// One reader as the till's settings describe it.
public record ReaderSettings(String name, Kind kind, Port port) {
    public ReaderSettings {
        if (name.isBlank() || name.length() > 40) {
            throw new IllegalArgumentException("A reader has a name of at most 40 characters");
        }
        var contactless = kind == Kind.NFC;
        var fits = switch (port) {
            case Port.Serial _, Port.Keyboard _ -> !contactless;
            case Port.PcSc _ -> contactless;
            case Port.Simulated _ -> true;
        };
        if (!fits) {
            throw new IllegalArgumentException("Reader '" + name + "': no " + kind.code() + " reader is at " + port);
        }
    }

    /// What it reads.
    public enum Kind {
        MAGSTRIPE("magstripe"),
        CODES("codes"),
        NFC("nfc");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /// Its name in settings.
        public String code() {
            return code;
        }

        /// The kind of a name in settings.
        ///
        /// @throws IllegalArgumentException when it is none
        public static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("'" + code + "' is none of magstripe, codes, nfc");
        }
    }

    /// Where it hangs. Prints as it is written in settings.
    public sealed interface Port {
        /// At a serial port: `serial:PORT` or `serial:PORT@BAUD`.
        record Serial(SerialAddress address) implements Port {
            @Override
            public String toString() {
                return "serial:" + address;
            }
        }

        /// At the system's card service: `pcsc` is every reader there, `pcsc:NAME` those whose name contains it.
        record PcSc(Optional<String> reader) implements Port {
            @Override
            public String toString() {
                return reader.map(name -> "pcsc:" + name).orElse("pcsc");
            }
        }

        /// It types: `wedge`. The window hears it whether it is named or not; nobody can ask whether it is there.
        record Keyboard() implements Port {
            @Override
            public String toString() {
                return "wedge";
            }
        }

        /// It is not there, for training and tests: `simulated`.
        record Simulated() implements Port {
            @Override
            public String toString() {
                return "simulated";
            }
        }

        /// Reads the written form.
        ///
        /// @throws IllegalArgumentException when it is none
        static Port parse(String text) {
            if (text.startsWith("serial:")) {
                return new Serial(SerialAddress.parse(text.substring("serial:".length())));
            }
            if (text.startsWith("pcsc:") && text.length() > "pcsc:".length()) {
                return new PcSc(Optional.of(text.substring("pcsc:".length())));
            }
            return switch (text) {
                case "pcsc" -> new PcSc(Optional.empty());
                case "wedge" -> new Keyboard();
                case "simulated" -> new Simulated();
                default ->
                    throw new IllegalArgumentException(
                            "'" + text + "' is none of serial:PORT@BAUD, pcsc, pcsc:NAME, wedge, simulated");
            };
        }
    }
}
