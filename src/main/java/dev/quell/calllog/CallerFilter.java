package dev.quell.calllog;

import dev.quell.call.CallerNumber;
import java.util.regex.Pattern;

/** Whose calls are looked for. */
public sealed interface CallerFilter {

    /** Whether a caller is meant. */
    boolean matches(CallerNumber caller);

    /** One caller; the withheld ones are one. */
    record Exact(CallerNumber caller) implements CallerFilter {
        @Override
        public boolean matches(CallerNumber other) {
            return caller.equals(other);
        }
    }

    /**
     * All E.164 numbers that begin alike.
     *
     * @param start {@code +} and 1 to 14 digits
     */
    record Prefix(String start) implements CallerFilter {
        private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{0,13}");

        public Prefix {
            if (!FORM.matcher(start).matches()) {
                throw new IllegalArgumentException("a prefix is + and 1 to 14 digits before the *, such as +86138*");
            }
        }

        @Override
        public boolean matches(CallerNumber caller) {
            return caller instanceof CallerNumber.E164(String number) && number.startsWith(start);
        }
    }

    /**
     * The E.164 numbers of one length from one to another, both among them.
     *
     * @param from {@code +} and 4 to 15 digits
     * @param to as many digits, not smaller
     */
    record Range(String from, String to) implements CallerFilter {
        public Range {
            if (new CallerNumber.E164(from).number().length()
                            != new CallerNumber.E164(to).number().length()
                    || from.compareTo(to) > 0) {
                throw new IllegalArgumentException("a range is two numbers of one length, the smaller one first");
            }
        }

        @Override
        public boolean matches(CallerNumber caller) {
            return caller instanceof CallerNumber.E164(String number)
                    && number.length() == from.length()
                    && number.compareTo(from) >= 0
                    && number.compareTo(to) <= 0;
        }
    }
}
