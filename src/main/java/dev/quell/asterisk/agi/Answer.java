package dev.quell.asterisk.agi;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one variable that answers a request.
 *
 * @param variable the channel variable's name
 * @param fields its fields, each at most 64 of {@code [A-Za-z0-9_.:-]}, joined by colons after {@code v1}
 * @param result what a metric calls this answer, a lower-case word
 */
record Answer(String variable, List<String> fields, String result) {

    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.:-]{0,64}");

    Answer {
        fields = List.copyOf(fields);
        for (String field : fields) {
            if (!FIELD.matcher(field).matches()) {
                throw new IllegalStateException("an answer's field is outside the alphabet that may go to Asterisk");
            }
        }
    }

    /** An answer of one word. */
    static Answer of(String variable, Enum<?> word) {
        return new Answer(variable, List.of(word.name()), tag(word));
    }

    /** The enum's name as a metric's tag. */
    static String tag(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String value() {
        return "v1:" + String.join(":", fields);
    }
}
