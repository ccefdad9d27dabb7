package io.huitai.till.settings;

import io.huitai.device.ReaderSettings;
import io.huitai.device.decode.CardForm;
import io.huitai.device.wedge.WedgeSettings;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Readers and keyboard wedge as `settings.yaml` names them.
public final class ReaderNames {
    private ReaderNames() {}

    /// So that a wrong word is told when the till opens, and not when a card is swiped.
    public static void check(TillSettings settings) {
        var _ = readers(settings);
        var _ = wedge(settings);
        var _ = cardForms(settings);
    }

    /// The readers that settings name.
    ///
    /// @throws Refusal `BAD_FILE` when one is none, or two have one name
    public static List<ReaderSettings> readers(TillSettings settings) {
        var names = new HashSet<String>();
        return settings.readers().stream().map(entry -> reader(entry, names)).toList();
    }

    private static ReaderSettings reader(TillSettings.ReaderEntry entry, Set<String> names) {
        if (!names.add(entry.name())) {
            throw wrong("readers: two are called '" + entry.name() + "'");
        }
        try {
            return new ReaderSettings(
                    entry.name(), ReaderSettings.Kind.of(entry.kind()), ReaderSettings.Port.parse(entry.port()));
        } catch (IllegalArgumentException wrong) {
            throw wrong("readers: " + wrong.getMessage());
        }
    }

    /// How keyboard wedges are told from people at this till.
    ///
    /// @throws Refusal `BAD_FILE` when a key of the layout is not one character
    public static WedgeSettings wedge(TillSettings settings) {
        var usual = WedgeSettings.usual();
        return new WedgeSettings(
                pace(settings.wedge().pace()),
                usual.shortest(),
                settings.wedge().prefix(),
                settings.wedge().suffix(),
                layout(settings.wedge().layout()));
    }

    private static WedgeSettings.Pace pace(TillSettings.PaceEntry millis) {
        try {
            return new WedgeSettings.Pace(
                    Duration.ofMillis(millis.gap()),
                    Duration.ofMillis(millis.patience()),
                    Duration.ofMillis(millis.tail()));
        } catch (IllegalArgumentException wrong) {
            throw wrong("wedge: pace: " + wrong.getMessage());
        }
    }

    /// In which forms contactless readers that are keyboards type a card's number, the likelier first.
    ///
    /// @throws Refusal `BAD_FILE` when one is none
    public static List<CardForm> cardForms(TillSettings settings) {
        try {
            return settings.wedge().cards().stream().map(CardForm::of).toList();
        } catch (IllegalArgumentException wrong) {
            throw wrong("wedge: cards: " + wrong.getMessage());
        }
    }

    private static Map<Character, Character> layout(Map<String, String> words) {
        var layout = new HashMap<Character, Character>();
        words.forEach((arrives, meant) -> {
            if (arrives.length() != 1 || meant.length() != 1) {
                throw wrong("wedge: layout: '" + arrives + "': '" + meant + "' are not one character each");
            }
            layout.put(arrives.charAt(0), meant.charAt(0));
        });
        return layout;
    }

    private static Refusal wrong(String why) {
        return Refusal.of(ErrorCode.BAD_FILE, TillSettings.FILE + ": " + why);
    }
}
