package dev.quell.backtest.input;

import static dev.quell.backtest.input.Column.ANSWER;
import static dev.quell.backtest.input.Column.BILLSEC;
import static dev.quell.backtest.input.Column.CALLEE;
import static dev.quell.backtest.input.Column.CALLER;
import static dev.quell.backtest.input.Column.CHANNEL;
import static dev.quell.backtest.input.Column.CONTEXT;
import static dev.quell.backtest.input.Column.COUNT;
import static dev.quell.backtest.input.Column.DISPOSITION;
import static dev.quell.backtest.input.Column.DURATION;
import static dev.quell.backtest.input.Column.END;
import static dev.quell.backtest.input.Column.EVENT;
import static dev.quell.backtest.input.Column.EXTRA;
import static dev.quell.backtest.input.Column.LABEL;
import static dev.quell.backtest.input.Column.LINKEDID;
import static dev.quell.backtest.input.Column.OTHER;
import static dev.quell.backtest.input.Column.START;
import static dev.quell.backtest.input.Column.UNIQUEID;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How records without a header line look, format by format. */
final class Shapes {

    static final List<Column> CALLS = List.of(CALLER, CALLEE, START, DURATION, DISPOSITION, LABEL);

    private static final List<Column> MASTER = List.of(
            OTHER,
            CALLER,
            CALLEE,
            CONTEXT,
            OTHER,
            CHANNEL,
            OTHER,
            OTHER,
            OTHER,
            START,
            ANSWER,
            END,
            DURATION,
            BILLSEC,
            DISPOSITION,
            OTHER);
    private static final List<Column> CUSTOM = List.of(
            OTHER,
            CALLER,
            CALLEE,
            CONTEXT,
            CHANNEL,
            OTHER,
            OTHER,
            OTHER,
            START,
            ANSWER,
            END,
            DURATION,
            BILLSEC,
            DISPOSITION,
            OTHER,
            OTHER,
            UNIQUEID,
            OTHER,
            OTHER);
    private static final int MASTER_MOST = 21;
    private static final Set<String> EVENTS = Set.of(
            "CHAN_START",
            "CHAN_END",
            "HANGUP",
            "ANSWER",
            "APP_START",
            "APP_END",
            "BRIDGE_ENTER",
            "BRIDGE_EXIT",
            "LINKEDID_END");

    private final Times times;

    Shapes(Times times) {
        this.times = times;
    }

    /** The layout that most of the first records fit, if they fit one. */
    Optional<Layout> of(List<List<String>> records, char separator, Optional<InputFormat> asked) {
        for (InputFormat format : InputFormat.values()) {
            if (asked.isEmpty() || asked.get() == format) {
                List<List<String>> fitting =
                        records.stream().filter(record -> fits(format, record)).toList();
                if (fitting.size() * 2 > records.size()) {
                    return Optional.of(layout(format, separator, fitting));
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(InputFormat format, List<String> record) {
        int size = record.size();
        return switch (format) {
            case MASTER_CSV ->
                size >= 16
                        && size <= MASTER_MOST
                        && time(record, 9)
                        && whole(record, 12)
                        && Dispositions.word(record.get(14));
            case CDR_CUSTOM ->
                (size == 18 || size == 19)
                        && time(record, 8)
                        && number(record, 11)
                        && Dispositions.word(record.get(13));
            case CEL -> size >= 16 && EVENTS.contains(record.getFirst()) && eventTime(record) > 0;
            case CALLS -> size >= 4 && size <= 6 && time(record, 2) && number(record, 3);
            case COUNTS -> (size == 3 || size == 4) && whole(record, 2);
            case LABELS -> size == 2 && Label.of(record.get(1)).isPresent();
        };
    }

    private Layout layout(InputFormat format, char separator, List<List<String>> records) {
        int size = usualSize(records);
        int most = format == InputFormat.MASTER_CSV ? MASTER_MOST : size;
        List<Column> columns = switch (format) {
            case MASTER_CSV -> master(most);
            case CDR_CUSTOM -> CUSTOM.subList(0, most);
            case CEL ->
                events(records.stream()
                        .filter(record -> record.size() == size)
                        .findFirst()
                        .orElseThrow());
            case CALLS -> CALLS.subList(0, most);
            case COUNTS -> List.of(CALLER, CALLEE, COUNT, LABEL).subList(0, most);
            case LABELS -> List.of(CALLER, LABEL);
        };
        return new Layout(
                format, separator, false, columns, format == InputFormat.MASTER_CSV ? MASTER.size() : size, most);
    }

    private static int usualSize(List<List<String>> records) {
        Map<Integer, Long> sizes = records.stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
        return Collections.max(sizes.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** Asterisk's Master.csv: sixteen columns, then uniqueid and userfield if the site logs them, then peeraccount, linkedid and sequence. */
    static List<Column> master(int size) {
        List<Column> columns = new ArrayList<>(MASTER);
        if (size == 17 || size == 18 || size == 20 || size == 21) {
            columns.add(UNIQUEID);
        }
        if (size == 18 || size == 21) {
            columns.add(OTHER);
        }
        if (size >= 19) {
            columns.addAll(List.of(OTHER, LINKEDID, OTHER));
        }
        return columns;
    }

    /** Asterisk's cel-custom: the samples of all its versions have the same columns in a row from the time on. */
    private List<Column> events(List<String> record) {
        int time = eventTime(record);
        List<Column> columns = new ArrayList<>(Collections.nCopies(record.size(), OTHER));
        columns.set(0, EVENT);
        columns.set(time, START);
        columns.set(time + 2, CALLER);
        columns.set(time + 6, CALLEE);
        columns.set(time + 7, CONTEXT);
        columns.set(time + 8, CHANNEL);
        columns.set(time + 13, UNIQUEID);
        columns.set(time + 14, LINKEDID);
        columns.set(record.size() - (time > 2 ? 2 : 1), EXTRA);
        return columns;
    }

    /** The place of an event's time; 0 if it is in none of the places that the samples have. */
    private int eventTime(List<String> record) {
        for (int place : new int[] {1, 2, 4}) {
            if (time(record, place) && record.size() > place + 15) {
                return place;
            }
        }
        return 0;
    }

    /** The format of records with these columns. */
    static InputFormat format(List<Column> columns) {
        if (columns.contains(EVENT)) {
            return InputFormat.CEL;
        }
        if (columns.contains(START)) {
            boolean asterisk = columns.contains(CHANNEL) || columns.contains(CONTEXT) || columns.contains(UNIQUEID);
            return asterisk ? InputFormat.CDR_CUSTOM : InputFormat.CALLS;
        }
        return columns.contains(COUNT) ? InputFormat.COUNTS : InputFormat.LABELS;
    }

    /** The columns without which a format cannot be read. */
    static List<Column> needed(InputFormat format) {
        return switch (format) {
            case MASTER_CSV, CDR_CUSTOM -> List.of(CALLER, CALLEE, START, DISPOSITION);
            case CEL -> List.of(EVENT, START, CALLER, CALLEE, CHANNEL, LINKEDID);
            case CALLS -> List.of(CALLER, CALLEE, START, DURATION);
            case COUNTS -> List.of(CALLER, CALLEE, COUNT);
            case LABELS -> List.of(CALLER, LABEL);
        };
    }

    private boolean time(List<String> record, int place) {
        return times.read(record.get(place).strip()).isPresent();
    }

    private static boolean whole(List<String> record, int place) {
        String text = record.get(place).strip();
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean number(List<String> record, int place) {
        return whole(List.of(record.get(place).replace(".", "")), 0);
    }
}
