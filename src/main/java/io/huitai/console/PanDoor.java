package io.huitai.console;

import io.huitai.device.decode.FreeText;
import io.huitai.shop.TenderType;
import io.huitai.shop.person.IdentityDocument;
import io.huitai.till.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Lets no payment card's number in with any field of any request, before a verb sees it: so it is in no answer, no log
/// and no entry.
final class PanDoor {
    /// What is read as a card or a code is refused by whoever reads it; a secret is compared and forgotten.
    private static final Set<String> READ =
            Set.of("code", "track1", "track2", "track3", "uid", "approval", "proof", "pin");

    /// Fields of free text, over which a number may be spread.
    private static final Set<String> FREE = Set.of(
            "note",
            "reason",
            "name",
            "reference",
            "guest",
            "company",
            "label",
            "table",
            "room",
            "title",
            "category",
            "goods",
            "event",
            "waived",
            "flags",
            "modifiers",
            "unit",
            "email");

    private static final Set<String> WALLETS = Set.of(TenderType.WECHAT.code(), TenderType.ALIPAY.code());

    private final List<String> free = new ArrayList<>();

    private PanDoor() {}

    /// Refused: `PAN_REFUSED`, with the field.
    static void check(ObjectNode asked) {
        var door = new PanDoor();
        door.look("", asked);
        if (FreeText.isSpreadOver(door.free)) {
            throw Refusal.pan(ConsoleJson.REQUEST);
        }
    }

    private void look(String name, JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.forEachEntry((field, value) -> {
                    if (FreeText.holdsPan(field)) {
                        throw Refusal.pan(ConsoleJson.REQUEST);
                    }
                    if (!READ.contains(field) && !isOther(field, value, object)) {
                        look(field, value);
                    }
                });
            case JsonNode list when list.isArray() -> list.forEach(each -> look(name, each));
            case JsonNode text when text.isString() -> text(name, text.stringValue());
            default -> {} // numbers and truths are in no answer and no entry as text
        }
    }

    private void text(String name, String text) {
        if (FreeText.holdsPan(text)) {
            throw Refusal.pan(name);
        }
        if (FREE.contains(name)) {
            free.add(text);
        }
    }

    /// Numbers that have a field of their own, and look like a card's by chance; whoever keeps them checks them.
    private static boolean isOther(String field, JsonNode value, ObjectNode beside) {
        var text = value.asString("");
        return switch (field) {
            case "no" -> {
                var type = beside.path("type").asString("");
                yield beside.has("type") && FreeText.isDocument(text, type.equalsIgnoreCase(IdentityDocument.ID));
            }
            case "taxNumber" -> FreeText.isTaxNumbersLength(text);
            case "reference" -> WALLETS.contains(beside.path("type").asString("")) && FreeText.isWalletsNumber(text);
            default -> false;
        };
    }
}
