package dev.quell.backtest.input;

import dev.quell.backtest.input.line.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One record by its columns. */
final class Row {

    private static final int NOWHERE = -1;
    private static final long LONGEST_CALL = Duration.ofDays(30).toSeconds();

    private final Fields fields;
    private final Layout layout;
    private final Times times;
    private Map<Column, Integer> places;
    private int size;

    /** The record that the fields hold at the time. */
    Row(Fields fields, Layout layout, Times times) {
        this.fields = fields;
        this.layout = layout;
        this.times = times;
        this.size = layout.most();
        this.places = layout.places(size);
    }

    /** The line of the file, from 1. */
    long line() {
        return fields.line();
    }

    /** A column's text without blanks around it; empty if there is none. */
    String text(Column column) {
        if (fields.size() != size) {
            size = fields.size();
            places = layout.places(size);
        }
        return fields.get(places.getOrDefault(column, NOWHERE)).strip();
    }

    /** A moment that must be there. */
    Instant time(Column column) throws LineFault {
        String text = text(column);
        return times.read(text).orElseThrow(() -> LineFault.of(column, text, Times.FORMS));
    }

    /** A moment that may be missing; Asterisk writes 0 for none in some forms. */
    Optional<Instant> timeIfAny(Column column) throws LineFault {
        String text = text(column);
        return text.isEmpty() || text.equals("0") || text.startsWith("0.0") || text.startsWith("0000-00-00")
                ? Optional.empty()
                : Optional.of(time(column));
    }

    /** A number of seconds, whole or with a fraction; empty if the column is missing or has none. */
    Optional<Duration> seconds(Column column) throws LineFault {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        long millis = whole(text) ? Long.parseLong(text) * 1000 : decimal(column, text);
        if (millis > LONGEST_CALL * 1000) {
            throw LineFault.of(column, text, "longer than 30 days; write the seconds of one call");
        }
        return Optional.of(Duration.ofMillis(millis));
    }

    /** A count of at least 1. */
    long count(Column column) throws LineFault {
        String text = text(column);
        if (!whole(text) || Long.parseLong(text) < 1) {
            throw LineFault.of(column, text, "no count; write a whole number from 1 on");
        }
        return Long.parseLong(text);
    }

    /** A label; empty if the column is missing or has none. */
    Optional<Label> label() throws LineFault {
        String text = text(Column.LABEL);
        Optional<Label> label = Label.of(text);
        if (label.isEmpty() && !text.isEmpty()) {
            throw LineFault.of(Column.LABEL, text, "no label; write " + Label.FORMS);
        }
        return label;
    }

    private static boolean whole(String text) {
        return !text.isEmpty() && text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static long decimal(Column column, String text) throws LineFault {
        try {
            BigDecimal seconds = text.length() <= 24 ? new BigDecimal(text) : BigDecimal.ONE.negate();
            if (seconds.signum() >= 0 && seconds.precision() - seconds.scale() <= 12) {
                return seconds.movePointRight(3)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
            }
        } catch (NumberFormatException none) {
            throw LineFault.of(column, text, "no number; write seconds from 0 on");
        }
        throw LineFault.of(column, text, "out of range; write seconds from 0 on");
    }
}
