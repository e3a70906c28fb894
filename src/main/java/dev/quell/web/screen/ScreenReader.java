package dev.quell.web.screen;

import dev.quell.call.Attestation;
import dev.quell.call.presented.PresentedCall;
import dev.quell.security.people.Person;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Readers;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the call that a switch asks about. What a caller may have chosen is taken as it comes and filtered later; only what the switch itself says can be
 * at fault.
 */
@Component
final class ScreenReader {

    private static final String[] FIELDS = {
        "call",
        "switch",
        "channel",
        "caller",
        "presentation",
        "name",
        "line",
        "trunk",
        "attestation",
        "forwarded",
        "codec",
        "language"
    };
    private static final Pattern PARTED = Pattern.compile("[;, ]");
    private static final Pattern SWITCH = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final int LONGEST_ID = 512;
    private static final int LONGEST_TEXT = 1024;

    private final AsteriskNames asterisks;

    ScreenReader(AsteriskNames asterisks) {
        this.asterisks = asterisks;
    }

    /** The call that somebody asks about; throws with all faults. */
    PresentedCall read(Person by, ObjectNode body) {
        Map<String, String> headers = SwitchBody.headers(body);
        Input input = SwitchBody.fields(body, FIELDS);
        Optional<String> id =
                input.required("call", "the switch's id of the call, 1 to 512 characters", ScreenReader::id);
        String name = input.optional("switch", this::switchName).orElse(SwitchCall.NAMELESS);
        Attestation attestation =
                input.optional("attestation", Readers.word(Attestation.class)).orElse(Attestation.NONE);
        Optional<Boolean> forwarded = input.optional("forwarded", Readers::yes);
        input.throwIfFaulty();
        return new PresentedCall(
                SwitchCall.of(name, id.orElseThrow()),
                Asker.channel(by, word(input, "channel")),
                text(input, "caller"),
                presentation(text(input, "presentation"), headers),
                text(input, "name"),
                headers.getOrDefault("P-Asserted-Identity", ""),
                attestation,
                word(input, "trunk"),
                word(input, "line"),
                headers.getOrDefault("From", ""),
                headers.getOrDefault("User-Agent", ""),
                word(input, "codec"),
                forwarded.orElse(headers.containsKey("Diversion") || headers.containsKey("History-Info")),
                headers.getOrDefault("Priority", ""),
                word(input, "language"));
    }

    private static String id(String text) {
        if (text.isEmpty() || text.length() > LONGEST_ID) {
            throw new IllegalArgumentException("has 1 to " + LONGEST_ID + " characters");
        }
        return text;
    }

    private String switchName(String text) {
        if (!SWITCH.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    Clean.shown(text) + " is no name of a switch; write 1 to 32 letters, digits or hyphens");
        }
        if (asterisks.has(text)) {
            throw new IllegalArgumentException(Clean.shown(text)
                    + " is the name of an Asterisk, which asks by itself; give this switch another one");
        }
        return text;
    }

    /** RFC 3323: a caller who asks for privacy of the id, or of the user, shows no number. */
    private static String presentation(String told, Map<String, String> headers) {
        String privacy = headers.getOrDefault("Privacy", "").toLowerCase(Locale.ROOT);
        boolean wished = PARTED.splitAsStream(privacy).anyMatch(word -> word.equals("id") || word.equals("user"));
        return wished || told.equals("withheld") ? "prohib" : told;
    }

    private static String word(Input input, String field) {
        return input.optional(field, SwitchCall::word).orElse("");
    }

    private static String text(Input input, String field) {
        return input.optional(field, text -> text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text)
                .orElse("");
    }
}
