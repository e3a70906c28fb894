package dev.quell.backtest.input;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes calls of call detail records. Records of one call are joined: by linkedid, else by uniqueid, else by channel name and time. Without a linkedid a
 * record on a Local channel cannot be joined to the call that it is a leg of, and is left out.
 */
final class CdrRows implements Rows {

    static final int OPEN = 20_000;
    private static final Duration GAP = Duration.ofHours(1);
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private final CallerText callers;
    private final InboundRule inbound;
    private final Tally tally;
    private final StartOrder order;
    private final Map<String, OpenCall> open = new LinkedHashMap<>();

    CdrRows(CallerText callers, InboundRule inbound, Tally tally, StartOrder order) {
        this.callers = callers;
        this.inbound = inbound;
        this.tally = tally;
        this.order = order;
    }

    @Override
    public void take(Row row) throws LineFault {
        Leg leg = leg(row);
        if (row.text(Column.LINKEDID).isEmpty() && leg.channel().startsWith("Local/")) {
            tally.leftOut("leg of another call, on a Local channel", 1);
            return;
        }
        if (leg.call().isEmpty()) {
            give(new OpenCall(leg));
            return;
        }
        OpenCall before = open.get(leg.call());
        if (before != null && before.near(leg, GAP)) {
            before.join(leg);
            tally.joined();
        } else {
            if (before != null) {
                open.remove(leg.call());
                give(before);
            }
            open.put(leg.call(), new OpenCall(leg));
            giveOldest();
        }
    }

    private Leg leg(Row row) throws LineFault {
        String channel = row.text(Column.CHANNEL);
        String unique = row.text(Column.UNIQUEID);
        String link = row.text(Column.LINKEDID);
        RecordedDisposition disposition = Dispositions.read(row);
        Instant start = row.time(Column.START);
        Optional<Instant> end = row.timeIfAny(Column.END);
        Duration lasted = lasted(row, start, end);
        return new Leg(
                !link.isEmpty() ? link : !unique.isEmpty() ? unique : channel,
                !link.isEmpty() || !unique.isEmpty(),
                link.isEmpty() || link.equals(unique),
                callers.read(row.text(Column.CALLER)),
                row.text(Column.CALLEE),
                row.text(Column.CONTEXT),
                channel,
                start,
                lasted,
                disposition == RecordedDisposition.ANSWERED ? answered(row, start.plus(lasted), lasted) : Duration.ZERO,
                disposition,
                row.line());
    }

    private static Duration lasted(Row row, Instant start, Optional<Instant> end) throws LineFault {
        Optional<Duration> told = row.seconds(Column.DURATION);
        if (end.isPresent() && end.get().isBefore(start)) {
            throw LineFault.of(
                    Column.END,
                    row.text(Column.END),
                    "before the start " + row.text(Column.START) + "; a call ends after it begins");
        }
        Duration between = end.map(last -> Duration.between(start, last)).orElse(Duration.ZERO);
        return told.orElse(between);
    }

    /** The told seconds, else from the answer; rounding may make them a second more than the whole call. */
    private static Duration answered(Row row, Instant end, Duration lasted) throws LineFault {
        Optional<Duration> told = row.seconds(Column.BILLSEC);
        Optional<Instant> answer = row.timeIfAny(Column.ANSWER);
        Duration answered =
                told.or(() -> answer.map(time -> Duration.between(time, end))).orElse(lasted);
        if (answered.isNegative() || answered.compareTo(lasted.plus(ROUNDING)) > 0) {
            throw LineFault.of(
                    Column.BILLSEC,
                    answered.toSeconds() + " s",
                    "not within the call's " + lasted.toSeconds()
                            + " s; a call is answered for 0 s to as long as it lasts");
        }
        return answered.compareTo(lasted) > 0 ? lasted : answered;
    }

    private void giveOldest() {
        if (open.size() > OPEN) {
            Iterator<OpenCall> oldest = open.values().iterator();
            OpenCall call = oldest.next();
            oldest.remove();
            give(call);
        }
    }

    private void give(OpenCall call) {
        inbound.leavesOut(call.context(), call.channel())
                .ifPresentOrElse(reason -> tally.leftOut(reason, call.legs()), () -> order.add(call.call()));
    }

    @Override
    public void end() {
        open.values().forEach(this::give);
        open.clear();
        order.end();
    }
}
