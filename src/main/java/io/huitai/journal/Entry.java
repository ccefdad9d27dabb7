package io.huitai.journal;

import io.huitai.journal.log.CanonicalJson;
import io.huitai.shop.OperatorId;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One fact in a till's journal: where it stands in the chain, and what happened. On the disk and on the wire it is
/// one line of canonical JSON ([#line()]) with exactly these fields.
///
/// @param epoch from 1
/// @param number from 1, without gaps; goes on through epochs
/// @param previous the hash of the entry before, [#NO_HASH] for the first
/// @param at wall time in the store's zone, whole milliseconds; never before the entry before
/// @param hlc greater than the entry's before
/// @param kind what has happened
/// @param body its particulars; read it, do not change it
/// @param hash SHA-256, in lower-case hex, of the canonical JSON of all fields but `hash` and `signature`
/// @param signature Base64 of the till's Ed25519 signature of the 32 bytes of the hash
public record Entry(
        StoreId store,
        TillId till,
        int epoch,
        long number,
        String previous,
        OffsetDateTime at,
        Hlc hlc,
        Optional<OperatorId> operator,
        String kind,
        ObjectNode body,
        String hash,
        String signature) {
    /// What stands as `previous` in the first entry.
    public static final String NO_HASH = "0".repeat(64);

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final List<String> FIELDS = List.of(
            "at",
            "body",
            "epoch",
            "hash",
            "hlc",
            "kind",
            "number",
            "operator",
            "previous",
            "signature",
            "store",
            "till");

    /// Signs and closes an entry: the fields given, hash and signature computed.
    static Entry of(
            Identity identity, long number, String previous, OffsetDateTime at, Hlc hlc, Draft draft, TillKey key) {
        var open = new Entry(
                identity.store(),
                identity.till(),
                identity.epoch(),
                number,
                previous,
                at,
                hlc,
                draft.operator(),
                draft.kind(),
                draft.body(),
                "",
                "");
        var hash = sha256(CanonicalJson.bytes(open.signed()));
        return open.closed(HexFormat.of().formatHex(hash), Base64.getEncoder().encodeToString(key.sign(hash)));
    }

    /// Reads a line as [#line()] writes it. Throws [UnreadableEntry] for anything else: not canonical, a field missing
    /// or unknown. Hash and signature are read, not checked: see [#hashFits()] and [#signatureFits(PublicKey)].
    public static Entry parse(byte[] line) {
        try {
            var json = CanonicalJson.parse(line);
            if (!List.copyOf(json.propertyNames()).equals(FIELDS)) {
                throw new UnreadableEntry("It does not have the fields of an entry", null);
            }
            var operator = json.get("operator");
            var entry = new Entry(
                    new StoreId(json.get("store").stringValue()),
                    new TillId(json.get("till").stringValue()),
                    json.get("epoch").intValue(),
                    json.get("number").longValue(),
                    json.get("previous").stringValue(),
                    OffsetDateTime.parse(json.get("at").stringValue(), AT),
                    Hlc.parse(json.get("hlc").stringValue()),
                    operator.isNull() ? Optional.empty() : Optional.of(new OperatorId(operator.stringValue())),
                    json.get("kind").stringValue(),
                    json.get("body").asObject(),
                    json.get("hash").stringValue(),
                    json.get("signature").stringValue());
            if (!Arrays.equals(entry.line(), line)) {
                throw new UnreadableEntry("It is not in canonical form", null);
            }
            return entry;
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw new UnreadableEntry("It is not an entry: " + e.getMessage(), e);
        }
    }

    /// The entry as the bytes it is stored and sent as: canonical JSON in UTF-8, no line end.
    public byte[] line() {
        return CanonicalJson.bytes(signed().put("hash", hash).put("signature", signature));
    }

    /// Whether the hash is that of the other fields.
    public boolean hashFits() {
        return hash.equals(HexFormat.of().formatHex(sha256(CanonicalJson.bytes(signed()))));
    }

    /// Whether the key with this public half signed the hash.
    public boolean signatureFits(PublicKey key) {
        try {
            return TillKey.verify(
                    key, HexFormat.of().parseHex(hash), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false; // not hex or not Base64: nobody's signature
        }
    }

    private ObjectNode signed() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("store", store.value());
        json.put("till", till.value());
        json.put("epoch", epoch);
        json.put("number", number);
        json.put("previous", previous);
        json.put("at", AT.format(at));
        json.put("hlc", hlc.toString());
        json.put("operator", operator.map(OperatorId::value).orElse(null));
        json.put("kind", kind);
        json.set("body", body);
        return json;
    }

    private Entry closed(String itsHash, String itsSignature) {
        return new Entry(store, till, epoch, number, previous, at, hlc, operator, kind, body, itsHash, itsSignature);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// Short, for logs: no body.
    @Override
    public String toString() {
        return store + "/" + till + "/" + epoch + "#" + number + " " + kind + " " + hash;
    }
}
