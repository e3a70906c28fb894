package dev.quell.blocklist;

import dev.quell.blocklist.table.RangeKey;
import dev.quell.call.CallerNumber;
import java.util.regex.Pattern;

/** The callers an entry means. */
public sealed interface ListPattern {

    /** Whether a caller is meant. */
    boolean matches(CallerNumber caller);

    /** Whether some caller is meant by both. */
    default boolean meets(ListPattern other) {
        if (this instanceof Range range) {
            return range.shares(other);
        }
        return other instanceof Range range ? range.shares(this) : covers(this, other) || covers(other, this);
    }

    private static boolean covers(ListPattern wide, ListPattern narrow) {
        return switch (narrow) {
            case Exact(CallerNumber caller) -> wide.matches(caller);
            case Prefix(String start) -> wide instanceof Prefix(String begin) && start.startsWith(begin);
            case Range range -> false;
        };
    }

    /**
     * The form in which the store keeps it: {@code +8613800138000}, {@code +86138*}, {@code +8675561230000-+8675561239998} or {@code i:8001}.
     */
    String text();

    /** The form in which people read it: that of {@link #text()}, and {@code 8001} for a short number. */
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
        int hyphen = text.indexOf('-');
        if (hyphen > 0) {
            return new Range(text.substring(0, hyphen), text.substring(hyphen + 1));
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
                "an entry needs a number such as +8613800138000, a prefix such as +86138*, or a range such as +8675561230000-+8675561239998";

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

    /**
     * The E.164 numbers of one length from one to another, both among them; two numbers or more. One from the first to the last number that begins with some
     * digits is not the prefix of these digits, which means longer and shorter numbers too.
     */
    record Range(String from, String to) implements ListPattern {
        /** No range has more numbers. */
        public static final long MOST = RangeKey.MOST;

        private static final int COUNTRY = 4;

        public Range {
            long first = RangeKey.of(from);
            long last = RangeKey.of(to);
            if (first == RangeKey.NONE || last == RangeKey.NONE) {
                throw RangeFault.ends();
            }
            if (from.length() != to.length()) {
                throw RangeFault.lengths(from, to);
            }
            if (first >= last) {
                throw RangeFault.order(from, to);
            }
            if (!from.startsWith(to.substring(0, COUNTRY))) {
                throw RangeFault.countries(from, to);
            }
            if (last - first >= MOST) {
                throw RangeFault.size(last - first + 1);
            }
        }

        /** How many numbers it means. */
        public long size() {
            return RangeKey.of(to) - RangeKey.of(from) + 1;
        }

        @Override
        public boolean matches(CallerNumber caller) {
            return caller instanceof CallerNumber.E164(String number) && holds(number);
        }

        private boolean holds(String number) {
            return number.length() == from.length() && number.compareTo(from) >= 0 && number.compareTo(to) <= 0;
        }

        private boolean shares(ListPattern other) {
            return switch (other) {
                case Exact(CallerNumber caller) -> matches(caller);
                case Prefix(String start) ->
                    start.length() <= from.length()
                            && start.compareTo(from.substring(0, start.length())) >= 0
                            && start.compareTo(to.substring(0, start.length())) <= 0;
                case Range range ->
                    range.from.length() == from.length()
                            && range.from.compareTo(to) <= 0
                            && range.to.compareTo(from) >= 0;
            };
        }

        @Override
        public String text() {
            return from + "-" + to;
        }
    }
}
