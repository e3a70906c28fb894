package dev.quell.asterisk.agi;

import java.util.List;
import java.util.Locale;

/**
 * The one variable that answers a request.
 *
 * @param variable the channel variable's name
 * @param fields its fields, each at most 64 of {@code [A-Za-z0-9_.:-]}, joined by colons after {@code v1}
 * @param result what a metric calls this answer, a lower-case word
 * @param then done when the answer is on its way, or could not be sent
 */
record Answer(String variable, List<String> fields, String result, Runnable then) {

    private static final int LONGEST_FIELD = 64;

    Answer {
        fields = List.copyOf(fields);
        for (String field : fields) {
            if (!mayGo(field)) {
                throw new IllegalStateException("an answer's field is outside the alphabet that may go to Asterisk");
            }
        }
    }

    private static boolean mayGo(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= ':') && c != '_' && c != '.' && c != '-') {
                return false;
            }
        }
        return field.length() <= LONGEST_FIELD;
    }

    /** An answer after which nothing is done. */
    Answer(String variable, List<String> fields, String result) {
        this(variable, fields, result, Answer::nothing);
    }

    private static void nothing() {}

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
