package dev.quell.backtest.input;

import java.util.Locale;
import java.util.Map;

/** Reads dispositions: the words of {@code CDR(disposition)}, the numbers that cdr_custom can write in their place, and the usual other words. */
final class Dispositions {

    private static final String FORMS = "no disposition; write ANSWERED, NO ANSWER, BUSY, FAILED or CONGESTION";

    private static final Map<String, RecordedDisposition> WORDS = Map.ofEntries(
            Map.entry("", RecordedDisposition.UNKNOWN),
            Map.entry("UNKNOWN", RecordedDisposition.UNKNOWN),
            Map.entry("ANSWERED", RecordedDisposition.ANSWERED),
            Map.entry("ANSWER", RecordedDisposition.ANSWERED),
            Map.entry("NOANSWER", RecordedDisposition.NO_ANSWER),
            Map.entry("MISSED", RecordedDisposition.NO_ANSWER),
            Map.entry("CANCEL", RecordedDisposition.NO_ANSWER),
            Map.entry("CANCELLED", RecordedDisposition.NO_ANSWER),
            Map.entry("ABANDONED", RecordedDisposition.NO_ANSWER),
            Map.entry("BUSY", RecordedDisposition.BUSY),
            Map.entry("FAILED", RecordedDisposition.FAILED),
            Map.entry("CONGESTION", RecordedDisposition.CONGESTION),
            Map.entry("0", RecordedDisposition.NO_ANSWER),
            Map.entry("1", RecordedDisposition.UNKNOWN),
            Map.entry("2", RecordedDisposition.FAILED),
            Map.entry("4", RecordedDisposition.BUSY),
            Map.entry("8", RecordedDisposition.ANSWERED),
            Map.entry("16", RecordedDisposition.CONGESTION));

    private Dispositions() {}

    static RecordedDisposition read(Row row) throws LineFault {
        String text = row.text(Column.DISPOSITION);
        RecordedDisposition known = WORDS.get(plain(text));
        if (known == null) {
            throw LineFault.of(Column.DISPOSITION, text, FORMS);
        }
        return known;
    }

    /** Whether a text is one of the words, not a number. */
    static boolean word(String text) {
        return text.length() > 2 && WORDS.containsKey(plain(text));
    }

    private static String plain(String text) {
        return text.equals("ANSWERED") ? text : text.toUpperCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
