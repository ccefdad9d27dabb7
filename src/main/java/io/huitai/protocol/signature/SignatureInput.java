package io.huitai.protocol.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What one signature of RFC 9421 is over: a member of the field `Signature-Input`. Read strictly: one signature a
/// message, with `created` and `keyid` in this order and nothing else, as [#header()] writes it.
///
/// @param components their identifiers as they are written, as `"@method"` or `"signature";req`
/// @param created in seconds
/// @param keyId who signed
public record SignatureInput(String label, List<String> components, long created, String keyId) {
    public static final String HEADER = "Signature-Input";
    public static final String SIGNATURE = "Signature";

    private static final int LONGEST = 1_024;
    private static final String COMPONENT = "\"[@a-z][a-z0-9-]*\"(?:;req)?";
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_-]{0,30}");
    private static final Pattern FORM = Pattern.compile("(" + LABEL + ")=\\((" + COMPONENT + "(?: " + COMPONENT
            + "){0,15})\\);created=([0-9]{1,12});keyid=\"([ !#-\\[\\]-~]{1,200})\"");
    private static final Pattern SIGNED = Pattern.compile("(" + LABEL + ")=:([A-Za-z0-9+/]{86}==):");

    public SignatureInput {
        components = List.copyOf(components);
        if (!FORM.matcher(label + "=" + parameters(components, created, keyId)).matches()) {
            throw new IllegalArgumentException("Not what a signature is over");
        }
        if (components.stream().distinct().count() < components.size()) {
            throw new IllegalArgumentException("A component stands twice under a signature");
        }
    }

    /// Reads [#header()]; `IllegalArgumentException` for anything else.
    public static SignatureInput parse(String header) {
        var form = FORM.matcher(header);
        if (header.length() > LONGEST || !form.matches()) {
            throw new IllegalArgumentException("Not a " + HEADER + " that is understood here");
        }
        return new SignatureInput(
                form.group(1), List.of(form.group(2).split(" ")), Long.parseLong(form.group(3)), form.group(4));
    }

    /// The value of the field `Signature-Input`.
    public String header() {
        return label + "=" + parameters(components, created, keyId);
    }

    /// The bytes that are signed.
    ///
    /// @param values of the components, by their identifiers
    public byte[] base(UnaryOperator<String> values) {
        var lines = new ArrayList<String>();
        for (var component : components) {
            var value = values.apply(component);
            if (!value.chars().allMatch(each -> each >= ' ' && each <= '~')) {
                throw new IllegalArgumentException("Not to be signed: " + component);
            }
            lines.add(component + ": " + value);
        }
        lines.add("\"@signature-params\": " + parameters(components, created, keyId));
        return String.join("\n", lines).getBytes(StandardCharsets.US_ASCII);
    }

    /// The value of the field `Signature`.
    public String signed(byte[] signature) {
        return label + "=:" + Base64.getEncoder().encodeToString(signature) + ":";
    }

    /// Reads [#signed(byte[])]; `IllegalArgumentException` for anything else.
    public byte[] signature(String header) {
        var form = SIGNED.matcher(header);
        if (!form.matches() || !form.group(1).equals(label)) {
            throw new IllegalArgumentException("Not a " + SIGNATURE + " that is understood here");
        }
        return Base64.getDecoder().decode(form.group(2));
    }

    private static String parameters(List<String> components, long created, String keyId) {
        return components.stream().collect(Collectors.joining(" ", "(", ")")) + ";created=" + created + ";keyid=\""
                + keyId + "\"";
    }
}
