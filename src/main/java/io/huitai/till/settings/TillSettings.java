package io.huitai.till.settings;

import io.huitai.device.decode.CardForm;
import io.huitai.device.wedge.WedgeSettings;
import io.huitai.intake.Bounds;
import io.huitai.intake.Outside;
import io.huitai.intake.UnfitFile;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.log.SystemDisk;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A till's own settings, `settings.yaml` in its store directory: what it is, not what happened.
///
/// @param name the shop's name, as receipts print it
/// @param kind `restaurant`, `hotel` or `retail`
/// @param programme the id of the programme in `programmes/` of the store directory
/// @param printer where receipts go: `screen`, or a printer as {@link PrinterName} reads it
/// @param paper columns of the printer's paper: 32 for 58 mm, 48 for 80 mm
/// @param lockMinutes after how long without a touch the window asks for a PIN; 0 for never
/// @param readers card readers and scanners beside the keyboard wedge; absent where there are none
/// @param wedge how a keyboard wedge is set; absent, and each of its entries, where it is as it comes out of the box
/// @param weightPrefixes which labels of the house's scale, EAN-13 from 20 to 29, carry a weight in grams; the others
/// carry a price in fen
/// @param scale how the house's scale prints labels of 18 digits; absent, and each of its entries, as usual
/// @param house what the outlet has settled for its bills; absent, and each of its entries, as usual
public record TillSettings(
        String store,
        String till,
        String name,
        String kind,
        ProgrammeId programme,
        boolean training,
        String zone,
        String lang,
        String printer,
        int paper,
        int lockMinutes,
        List<ReaderEntry> readers,
        WedgeEntry wedge,
        List<String> weightPrefixes,
        ScaleEntry scale,
        HouseRules house) {
    public static final int USUAL_LOCK_MINUTES = 10;
    public static final List<String> USUAL_WEIGHT_PREFIXES = List.of("25", "26", "27", "28", "29");

    public static final String FILE = "settings.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().streamReadConstraints(Bounds.JSON).build())
            .addModule(FactJson.words())
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public TillSettings {
        readers = List.copyOf(readers);
        weightPrefixes = List.copyOf(weightPrefixes);
        if (!weightPrefixes.stream().allMatch(prefix -> prefix.matches("2[0-9]"))) {
            throw new IllegalArgumentException("weightPrefixes are \"20\" to \"29\"");
        }
    }

    /// One reader in words.
    ///
    /// @param kind `magstripe`, `codes` or `nfc`
    /// @param port `serial:PORT@BAUD`, `pcsc`, `pcsc:NAME`, `wedge` or `simulated`
    public record ReaderEntry(String name, String kind, String port) {}

    /// The keyboard wedge in words.
    ///
    /// @param prefix what the scanner sends in front, or empty
    /// @param suffix what it sends behind, in front of Enter or Tab, or empty
    /// @param layout where reader and machine disagree about the keyboard: what arrives, and what was meant
    /// @param cards in which forms a contactless reader that is a keyboard may type a card's number, the likelier
    ///     first: `hex`, `hex-reversed`, `decimal`, `decimal-reversed`, `3+5`, `8d`
    /// @param pace how fast a reader's keys are; absent, and each of its entries, as readers come out of the box
    public record WedgeEntry(
            String prefix, String suffix, Map<String, String> layout, List<String> cards, PaceEntry pace) {
        public static final WedgeEntry USUAL = new WedgeEntry(
                "", "", Map.of(), CardForm.USUAL.stream().map(CardForm::code).toList(), PaceEntry.USUAL);

        public WedgeEntry {
            layout = Map.copyOf(layout);
            cards = List.copyOf(cards);
        }
    }

    /// Labels of 18 digits in words: two of a prefix, five of the item, five of the amount in fen, five of the
    /// weight in grams, a check digit.
    ///
    /// @param prefixes of labels that are never taken for a guest's payment code; Alipay's begin with 28
    /// @param order `amount-weight` or `weight-amount`
    public record ScaleEntry(List<String> prefixes, String order) {
        public static final ScaleEntry USUAL =
                new ScaleEntry(List.of("20", "21", "22", "23", "24", "25", "26", "27", "29"), Order.AMOUNT_WEIGHT.code);

        public ScaleEntry {
            prefixes = List.copyOf(prefixes);
            if (!prefixes.stream().allMatch(prefix -> prefix.matches("2[0-9]"))) {
                throw new IllegalArgumentException("scale: prefixes are \"20\" to \"29\"");
            }
            if (Arrays.stream(Order.values()).noneMatch(each -> each.code.equals(order))) {
                throw new IllegalArgumentException("scale: order is amount-weight or weight-amount");
            }
        }

        public boolean saysWeightFirst() {
            return order.equals(Order.WEIGHT_AMOUNT.code);
        }

        private enum Order {
            AMOUNT_WEIGHT("amount-weight"),
            WEIGHT_AMOUNT("weight-amount");

            private final String code;

            Order(String code) {
                this.code = code;
            }
        }
    }

    /// A keyboard wedge's times in millis.
    ///
    /// @param gap the longest pause between a reader's first keys
    /// @param patience the longest pause later in a code
    /// @param tail how long behind a code Enter and Tab are still the reader's
    public record PaceEntry(int gap, int patience, int tail) {
        public static final PaceEntry USUAL = of(WedgeSettings.Pace.usual());

        private static PaceEntry of(WedgeSettings.Pace pace) {
            return new PaceEntry(
                    Math.toIntExact(pace.gap().toMillis()),
                    Math.toIntExact(pace.patience().toMillis()),
                    Math.toIntExact(pace.tail().toMillis()));
        }
    }

    public static boolean exist(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /// Reads the settings of a store directory.
    ///
    /// @throws Refusal `BAD_FILE` when they are not readable, naming what is wrong
    public static TillSettings read(Path directory) {
        try {
            var words = YAML.readTree(Outside.text(directory.resolve(FILE), Bounds.SETTINGS_BYTES));
            if (!(words instanceof ObjectNode given)) {
                throw Refusal.of(ErrorCode.BAD_FILE, FILE);
            }
            return YAML.treeToValue(withUsual(given), TillSettings.class);
        } catch (UnfitFile unfit) {
            throw Refusal.of(ErrorCode.BAD_FILE, unfit);
        } catch (JacksonException wrong) {
            throw Refusal.of(ErrorCode.BAD_FILE, FILE + ": " + wrong.getOriginalMessage());
        } catch (NumberFormatException enormous) { // of an exponent that no number can have
            throw Refusal.of(ErrorCode.BAD_FILE, FILE + ": " + enormous.getMessage());
        }
    }

    /// Fills in what may be absent.
    private static ObjectNode withUsual(ObjectNode given) {
        var usual = YAML.createObjectNode();
        usual.put("lockMinutes", USUAL_LOCK_MINUTES);
        usual.putArray("readers");
        usual.set("weightPrefixes", YAML.valueToTree(USUAL_WEIGHT_PREFIXES));
        usual.set("wedge", YAML.valueToTree(WedgeEntry.USUAL));
        if (given.get("wedge") instanceof ObjectNode wedge) {
            var usually = (ObjectNode) usual.get("wedge");
            if (wedge.get("pace") instanceof ObjectNode pace) {
                wedge.set("pace", ((ObjectNode) usually.get("pace")).setAll(pace));
            }
            given.set("wedge", usually.setAll(wedge));
        }
        usual.set("scale", YAML.valueToTree(ScaleEntry.USUAL));
        if (given.get("scale") instanceof ObjectNode scale) {
            given.set("scale", ((ObjectNode) usual.get("scale")).setAll(scale));
        }
        usual.set("house", house(given.get("house"), given.path("training").asBoolean(false)));
        given.remove("house");
        return usual.setAll(given);
    }

    /// A training store asks nobody for reasons or proof, whenever its settings were written.
    private static JsonNode house(@Nullable JsonNode given, boolean training) {
        ObjectNode usual = YAML.valueToTree(HouseRules.USUAL);
        if (training) {
            usual.set("alone", YAML.valueToTree(HouseRules.TRAINING.alone()));
            usual.set("persons", YAML.valueToTree(HouseRules.TRAINING.persons()));
        }
        if (!(given instanceof ObjectNode house)) {
            return given == null ? usual : given;
        }
        var plain = YAML.createObjectNode();
        plain.put("rate", "0");
        plain.put("amount", "0.00");
        plain.putArray("where");
        plain.put("discountable", false);
        plain.put("category", "charge");
        plain.put("taxRate", "0.06");
        for (var block : List.of("alone", "persons")) {
            if (house.get(block) instanceof ObjectNode some) {
                house.set(block, filled((ObjectNode) usual.get(block), some));
            }
        }
        usual.setAll(house);
        if (usual.get("charges") instanceof ArrayNode charges) {
            for (var i = 0; i < charges.size(); i++) {
                if (charges.get(i) instanceof ObjectNode charge) {
                    charges.set(i, plain.deepCopy().setAll(charge));
                }
            }
        }
        return usual;
    }

    /// With each entry that is absent as usual, and each of an entry that has some of its own.
    private static ObjectNode filled(ObjectNode usual, ObjectNode given) {
        for (var act : usual.properties()) {
            if (given.get(act.getKey()) instanceof ObjectNode some && act.getValue() instanceof ObjectNode all) {
                given.set(act.getKey(), all.deepCopy().setAll(some));
            }
        }
        return usual.deepCopy().setAll(given);
    }

    /// On the disk for certain when this returns: a journal beside which they were missing would not be opened.
    public void write(Path directory) {
        try {
            new SystemDisk().replace(directory.resolve(FILE), YAML.writeValueAsBytes(this));
        } catch (IOException broken) {
            throw new UncheckedIOException("The settings cannot be written in " + directory, broken);
        }
    }
}
