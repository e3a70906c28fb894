package dev.quell.backtest.input;

import dev.quell.call.CallerNumber;

/** Who called, as a record tells it. */
public sealed interface RecordedCaller {

    /** The text under which this caller is counted; two callers are the same if it is. */
    String key();

    /** A telephone number read with the site's region, or withheld. */
    record Telephone(CallerNumber number) implements RecordedCaller {
        @Override
        public String key() {
            return number.key();
        }
    }

    /**
     * An identity that is no telephone number, for example the hash or serial number of an anonymised record. It tells one caller from another and
     * nothing else: it is never an invalid number.
     *
     * @param text as written, 1 to 128 characters
     */
    record Opaque(String text) implements RecordedCaller {
        public Opaque {
            if (text.isEmpty() || text.length() > 128) {
                throw new IllegalArgumentException("an opaque caller is 1 to 128 characters");
            }
        }

        /** {@code o:} and the text, so that it is never taken for a number. */
        @Override
        public String key() {
            return "o:" + text;
        }
    }
}
