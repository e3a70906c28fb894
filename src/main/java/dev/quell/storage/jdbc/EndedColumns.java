package dev.quell.storage.jdbc;

import dev.quell.call.CallEnded;
import dev.quell.call.TalkReport;
import dev.quell.call.WayStep;
import dev.quell.screening.CallConcluded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The end's half of a row of {@code calls}. */
final class EndedColumns {

    /** The columns that say who called. */
    static final List<String> IDENTITY = List.of("id", "arrived_at", "caller", "line", "trunk", "channel");

    private EndedColumns() {}

    /** The columns that say who called, for a row that screening did not write; the arrival is reckoned from the end. */
    static Map<String, @Nullable Object> identity(CallConcluded concluded) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        identity(concluded, columns::put);
        return columns;
    }

    /** Tells the columns of {@link #identity(CallConcluded)}, always in the same order. */
    static void identity(CallConcluded concluded, Columns columns) {
        CallEnded ended = concluded.ended();
        columns.put("id", ended.id().toString());
        columns.put("arrived_at", ended.endedAt().minus(ended.answered()).toEpochMilli());
        columns.put("caller", concluded.caller().key());
        columns.put("line", concluded.line());
        columns.put("trunk", concluded.trunk());
        columns.put("channel", ended.channel());
    }

    /** The columns that say how it ended. */
    static Map<String, @Nullable Object> of(CallConcluded concluded) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        fill(concluded, columns::put);
        return columns;
    }

    /** Tells the columns of {@link #of(CallConcluded)}, always in the same order. */
    static void fill(CallConcluded concluded, Columns columns) {
        CallEnded ended = concluded.ended();
        columns.put("ended_at", ended.endedAt().toEpochMilli());
        columns.put("way", way(ended.way()));
        columns.put("answered", ended.answered().toMillis());
        columns.put("with_agent", Rows.spanMillis(ended.withAgent()));
        columns.put("side", ended.side().name());
        columns.put("hangup_cause", ended.cause());
        columns.put("packets", Rows.number(ended.packets()));
        columns.put("queue", ended.queue());
        columns.put("agent", ended.agent());
        talk(concluded.talk(), columns);
        columns.put("outcome", concluded.outcome().name());
        columns.put("outcome_because", concluded.because());
        columns.put("conduct", ConductColumn.of(concluded.conduct()));
        VerdictColumns.fill(concluded.hindsight().orElse(null), VerdictColumns.HINDSIGHT, columns);
    }

    private static void talk(TalkReport talk, Columns columns) {
        columns.put("talk_whole", talk.whole() ? 1 : 0);
        columns.put("talk_total", talk.total().toMillis());
        columns.put("talk_longest", talk.longest().toMillis());
        columns.put("talk_current", talk.current().toMillis());
        columns.put("opening_after", Rows.spanMillis(talk.opening().map(TalkReport.Opening::after)));
        columns.put("opening_lasted", Rows.spanMillis(talk.opening().map(TalkReport.Opening::lasted)));
    }

    private static String way(List<WayStep> way) {
        return way.stream().map(WayStep::name).collect(Collectors.joining("-"));
    }
}
