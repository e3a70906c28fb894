package dev.quell.asterisk.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One request's keys and values, known to the form and within the protocol's alphabet.
 *
 * @param values words as they came, raw text decoded
 */
public record Arguments(Map<String, String> values) {

    private static final Alphabet WORD = Alphabet.word(128, "_.:/@+-");
    /** A channel's name, in which a Local channel has a semicolon. */
    private static final Alphabet CHANNEL = Alphabet.word(128, "_.:/@+-;");

    /** A call's way: as many stations as a call can have. */
    private static final Alphabet WAY = Alphabet.of(1024, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    private static final int LONGEST_BASE64 = 1024;

    public Arguments {
        values = Map.copyOf(values);
    }

    /** Reads {@code key=value} pairs and checks each of them and the installation token. */
    public static Arguments read(List<String> pairs, Form form, InstallationToken token) throws RefusedException {
        Map<String, String> values = HashMap.newHashMap(pairs.size());
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new RefusedException(
                        Refusal.KEY_UNKNOWN, "the argument " + Escaped.text(pair) + " is not of the form key=value");
            }
            String key = pair.substring(0, equals);
            String value = pair.substring(equals + 1);
            if (!form.knows(key)) {
                throw new RefusedException(
                        Refusal.KEY_UNKNOWN,
                        "the key " + Escaped.text(key) + " is not known here; known are " + form.known());
            }
            if (values.put(key, form.raw().contains(key) ? decode(key, value) : word(key, value)) != null) {
                throw new RefusedException(Refusal.KEY_TWICE, "the key " + key + " came twice; each may come once");
            }
        }
        return checked(values, form, token);
    }

    private static Arguments checked(Map<String, String> values, Form form, InstallationToken token)
            throws RefusedException {
        List<String> missing = form.missingFrom(values.keySet());
        if (!missing.isEmpty()) {
            throw new RefusedException(Refusal.KEY_MISSING, "required keys are missing: " + String.join(", ", missing));
        }
        if (!token.matches(values.getOrDefault(Form.TOKEN, ""))) {
            throw new RefusedException(
                    Refusal.TOKEN,
                    "the installation token is not ours; QUELL_TOKEN of the dialplan must be what " + token.place()
                            + " holds");
        }
        values.remove(Form.TOKEN);
        return new Arguments(values);
    }

    private static String word(String key, String value) throws RefusedException {
        if (!alphabet(key).spells(value)) {
            // A wrong token is a secret all the same, perhaps of another installation.
            throw new RefusedException(
                    Refusal.VALUE,
                    "the value " + (key.equals(Form.TOKEN) ? "" : Escaped.text(value) + " ") + "of " + key
                            + " is not a word; a word is at most 128 of A-Z a-z 0-9 _ . : / @ + -");
        }
        return value;
    }

    private static Alphabet alphabet(String key) {
        return switch (key) {
            case "ch" -> CHANNEL;
            case "way" -> WAY;
            default -> WORD;
        };
    }

    private static String decode(String key, String value) throws RefusedException {
        if (value.length() > LONGEST_BASE64) {
            throw new RefusedException(
                    Refusal.VALUE,
                    "the value of " + key + " has " + value.length() + " characters; at most 1024 are taken");
        }
        try {
            // Broken UTF-8 becomes U+FFFD, which no number and no filtered text has.
            String text = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            // Asterisk cannot code an empty text, so the dialplan puts a dot before each.
            return text.startsWith(".") ? text.substring(1) : text;
        } catch (IllegalArgumentException cutOff) {
            throw notBase64(key, value);
        }
    }

    private static RefusedException notBase64(String key, String value) {
        return new RefusedException(
                Refusal.BASE64,
                "the value " + Escaped.text(value) + " of " + key
                        + " is not BASE64; the dialplan codes it with BASE64_ENCODE");
    }

    /** The value of a key; empty if it did not come. */
    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    /**
     * A whole number of at most 10 digits.
     *
     * @param absent what an empty value means
     */
    public long number(String key, long absent) throws RefusedException {
        String value = get(key);
        if (value.isEmpty()) {
            return absent;
        }
        if (value.length() > 10 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new RefusedException(
                    Refusal.VALUE,
                    "the value " + Escaped.text(value) + " of " + key + " is not a whole number of at most 10 digits");
        }
        return Long.parseLong(value);
    }

    /** Shows the keys only: values are callers' and the token's. */
    @Override
    public String toString() {
        return "Arguments" + values.keySet();
    }
}
