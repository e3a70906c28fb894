package dev.quell.call;

import java.util.regex.Pattern;

/** The number a call came from, as Quell keeps it from the border inward: E.164, an extension, not a number at all, or withheld. */
public sealed interface CallerNumber {

    /** The text under which this caller is stored and counted; {@link #ofKey} reads it back. */
    String key();

    /** Whether entries of the block list and counts per number make sense for it. */
    default boolean identifies() {
        return this instanceof E164 || this instanceof Internal;
    }

    /**
     * Reads back what {@link #key()} wrote.
     *
     * @throws IllegalArgumentException if it wrote no such text
     */
    static CallerNumber ofKey(String key) {
        if (key.equals(Withheld.KEY)) {
            return new Withheld();
        }
        if (!key.startsWith("+") && !key.startsWith("i:") && !key.startsWith("x:")) {
            throw new IllegalArgumentException("a caller's key begins with +, i: or x:");
        }
        return switch (key.charAt(0)) {
            case '+' -> new E164(key);
            case 'i' -> new Internal(key.substring(2));
            default -> new Invalid(key.substring(2));
        };
    }

    /** A possible public number in E.164 form, {@code +} and 4 to 15 digits. */
    record E164(String number) implements CallerNumber {
        public E164 {
            if (!isE164(number)) {
                throw new IllegalArgumentException("an E.164 number is + and 4 to 15 digits");
            }
        }

        private static boolean isE164(String text) {
            boolean form = text.length() >= 5 && text.length() <= 16 && text.charAt(0) == '+' && text.charAt(1) != '0';
            for (int i = 1; form && i < text.length(); i++) {
                form = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            }
            return form;
        }

        @Override
        public String key() {
            return number;
        }

        @Override
        public String toString() {
            return number;
        }
    }

    /** A short number of the same telephone system or a service number, 2 to 6 digits. */
    record Internal(String digits) implements CallerNumber {
        private static final Pattern FORM = Pattern.compile("[0-9]{2,6}");

        public Internal {
            if (!FORM.matcher(digits).matches()) {
                throw new IllegalArgumentException("a short number is 2 to 6 digits");
            }
        }

        @Override
        public String key() {
            return "i:" + digits;
        }

        @Override
        public String toString() {
            return digits;
        }
    }

    /** Something that no network gives out; only its digits are kept, at most 20. */
    record Invalid(String digits) implements CallerNumber {
        private static final Pattern FORM = Pattern.compile("[0-9]{0,20}");

        public Invalid {
            if (!FORM.matcher(digits).matches()) {
                throw new IllegalArgumentException("of an invalid number at most 20 digits are kept");
            }
        }

        @Override
        public String key() {
            return "x:" + digits;
        }

        @Override
        public String toString() {
            return "invalid:" + digits;
        }
    }

    /** The caller or the network keeps the number back. */
    record Withheld() implements CallerNumber {
        private static final String KEY = "withheld";

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public String toString() {
            return KEY;
        }
    }
}
