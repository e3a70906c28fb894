package dev.quell.backtest.input;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes calls of channel events: those of one linkedid, from the start of the caller's channel to LINKEDID_END or the last that there is. */
final class CelRows implements Rows {

    private static final int OPEN = 20_000;

    private final CallerText callers;
    private final InboundRule inbound;
    private final Tally tally;
    private final StartOrder order;
    private final Map<String, CelCall> open = new LinkedHashMap<>();

    CelRows(CallerText callers, InboundRule inbound, Tally tally, StartOrder order) {
        this.callers = callers;
        this.inbound = inbound;
        this.tally = tally;
        this.order = order;
    }

    @Override
    public void take(Row row) throws LineFault {
        String event = row.text(Column.EVENT).toUpperCase(Locale.ROOT);
        String link = row.text(Column.LINKEDID);
        Instant at = row.time(Column.START);
        if (link.isEmpty()) {
            throw LineFault.of(Column.LINKEDID, "", "missing; an event belongs to a call by its linkedid");
        }
        CelCall call = open.get(link);
        if (call != null) {
            call.event(event, row, at);
            tally.joined();
        } else if (event.equals("CHAN_START")) {
            open.put(link, new CelCall(callers.read(row.text(Column.CALLER)), row, at));
            giveOldest();
        } else {
            tally.leftOut("event of a call whose start is not in the file", 1);
        }
        if (call != null && event.equals("LINKEDID_END")) {
            open.remove(link);
            give(call);
        }
    }

    private void giveOldest() {
        if (open.size() > OPEN) {
            Iterator<CelCall> oldest = open.values().iterator();
            CelCall call = oldest.next();
            oldest.remove();
            give(call);
        }
    }

    private void give(CelCall call) {
        inbound.leavesOut(call.context(), call.channel())
                .ifPresentOrElse(reason -> tally.leftOut(reason, call.events()), () -> order.add(call.call()));
    }

    @Override
    public void end() {
        open.values().forEach(this::give);
        open.clear();
        order.end();
    }
}
