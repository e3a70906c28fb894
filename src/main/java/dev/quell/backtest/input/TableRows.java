package dev.quell.backtest.input;

import dev.quell.call.HangupSide;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Makes calls, counts and labels of plain tables: one line each. */
final class TableRows {

    private final CallerText callers;
    private final Tally tally;

    TableRows(CallerText callers, Tally tally) {
        this.callers = callers;
        this.tally = tally;
    }

    /** {@code caller,callee,count} and perhaps a label. */
    Rows counts() {
        return row -> {
            RecordedCaller caller = callers.read(row.text(Column.CALLER));
            tally.count(
                    new CallerCount(caller, row.text(Column.CALLEE), row.count(Column.COUNT), row.label(), row.line()));
        };
    }

    /** {@code caller,label}. */
    Rows labels() {
        return row -> {
            RecordedCaller caller = callers.read(row.text(Column.CALLER));
            Label label =
                    row.label().orElseThrow(() -> LineFault.of(Column.LABEL, "", "no label; write " + Label.FORMS));
            tally.label(caller, label);
        };
    }

    /** {@code caller,callee,start,duration,disposition} and perhaps a label and more; an answered call without its seconds was answered at once. */
    Rows calls(StartOrder order) {
        return new Rows() {
            @Override
            public void take(Row row) throws LineFault {
                order.add(call(row));
            }

            @Override
            public void end() {
                order.end();
            }
        };
    }

    private RecordedCall call(Row row) throws LineFault {
        Instant start = row.time(Column.START);
        Duration lasted = row.seconds(Column.DURATION)
                .orElseThrow(() -> LineFault.of(Column.DURATION, "", "missing; write seconds from 0 on"));
        RecordedDisposition disposition = Dispositions.read(row);
        Duration told = row.seconds(Column.BILLSEC).orElse(lasted);
        if (told.compareTo(lasted) > 0) {
            throw LineFault.of(
                    Column.BILLSEC,
                    row.text(Column.BILLSEC),
                    "more than the duration; a call is answered for at most as long as it lasts");
        }
        return new RecordedCall(
                callers.read(row.text(Column.CALLER)),
                row.text(Column.CALLEE),
                start,
                lasted,
                disposition == RecordedDisposition.ANSWERED ? told : Duration.ZERO,
                disposition,
                row.text(Column.TRUNK),
                side(row),
                row.label(),
                row.line());
    }

    private static HangupSide side(Row row) throws LineFault {
        String text = row.text(Column.SIDE);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "caller" -> HangupSide.CALLER;
            case "callee", "agent", "other" -> HangupSide.OTHER;
            case "", "unknown" -> HangupSide.UNKNOWN;
            default -> throw LineFault.of(Column.SIDE, text, "nobody who hangs up; write caller, other or unknown");
        };
    }
}
