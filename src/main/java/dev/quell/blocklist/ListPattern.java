package dev.quell.blocklist;

import dev.quell.call.CallerNumber;
import java.util.regex.Pattern;

/** The callers an entry means. */
public sealed interface ListPattern {

    /** Whether a caller is meant. */
    boolean matches(CallerNumber caller);

    /** Whether some caller is meant by both. */
    default boolean meets(ListPattern other) {
        return covers(this, other) || covers(other, this);
    }

    private static boolean covers(ListPattern wide, ListPattern narrow) {
        return switch (narrow) {
            case Exact(CallerNumber caller) -> wide.matches(caller);
            case Prefix(String start) -> wide instanceof Prefix(String begin) && start.startsWith(begin);
        };
    }

    /** The form in which the store keeps it: {@code +8613800138000}, {@code +86138*} or {@code i:8001}. */
    String text();

    /** The form in which people write it: {@code +8613800138000}, {@code +86138*} or {@code 8001}. */
    default String shown() {
        return this instanceof Exact(CallerNumber caller) ? caller.toString() : text();
    }

    /**
     * Reads the form of {@link #text()}.
     *
     * @throws IllegalArgumentException with a sentence that says what would be right
     */
    static ListPattern parse(String text) {
        if (text.endsWith("*")) {
            return new Prefix(text.substring(0, text.length() - 1));
        }
        if (!Exact.FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(Exact.NEEDED);
        }
        return new Exact(CallerNumber.ofKey(text));
    }

    /** One number. */
    record Exact(CallerNumber caller) implements ListPattern {
        private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{3,14}|i:[0-9]{2,6}");
        private static final String NEEDED =
                "an entry needs a number such as +8613800138000, or a prefix such as +86138*";

        public Exact {
            if (!caller.identifies()) {
                throw new IllegalArgumentException(NEEDED);
            }
        }

        @Override
        public boolean matches(CallerNumber other) {
            return caller.equals(other);
        }

        @Override
        public String text() {
            return caller.key();
        }
    }

    /** All E.164 numbers that begin alike; {@code +} and at least 4 digits, so that no whole country is meant. */
    record Prefix(String start) implements ListPattern {
        private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{3,13}");

        public Prefix {
            if (!FORM.matcher(start).matches()) {
                throw new IllegalArgumentException("a prefix is + and at least 4 digits before the *, such as +86138*");
            }
        }

        @Override
        public boolean matches(CallerNumber caller) {
            return caller instanceof CallerNumber.E164(String number) && number.startsWith(start);
        }

        @Override
        public String text() {
            return start + "*";
        }
    }
}
