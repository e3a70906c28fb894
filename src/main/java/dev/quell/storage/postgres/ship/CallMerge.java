package dev.quell.storage.postgres.ship;

import dev.quell.storage.postgres.Partitions;
import dev.quell.storage.share.SharedRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Merges calls into the record. A call's verdict and end may come from two instances, in any order, and twice.
 *
 * <ul>
 *   <li>The first end stays; only its own instance may tell more of it.
 *   <li>The verdict that came in one row with the end stays; otherwise that of the instance which was asked later.
 *   <li>The earliest arrival of a verdict stays; an end without a verdict has a reckoned one, which any verdict's replaces.
 * </ul>
 *
 * <p>A row has the arrival in its key, as partitions demand, so that the key alone does not keep a call single. Two writers of one call name the same
 * Asterisk, so a lock for each Asterisk of a batch does; a row of the call is looked for within a day of the arrival.
 */
public final class CallMerge {

    /** How far apart the arrivals may be that two instances tell of one call. */
    private static final long WINDOW = Duration.ofDays(1).toMillis();

    private static final Set<String> END = Set.of(
            "ended_at",
            "way",
            "answered",
            "with_agent",
            "side",
            "hangup_cause",
            "packets",
            "queue",
            "agent",
            "talk_whole",
            "talk_total",
            "talk_longest",
            "talk_current",
            "outcome",
            "outcome_because",
            "conduct",
            "opening_after",
            "opening_lasted",
            "hindsight_action",
            "hindsight_class",
            "hindsight_probability",
            "hindsight_symbols",
            "hindsight_cause",
            "hindsight_version");
    private static final Set<String> KEY = Set.of("id", "arrived_at", "seq");

    private final Stage stage = new Stage("calls");
    private final Partitions partitions;

    public CallMerge(Partitions partitions) {
        this.partitions = partitions;
    }

    /** Makes the days that the calls need; before the transaction. */
    public void prepare(Collection<SharedRow> calls) throws SQLException {
        partitions.need(calls.stream().map(CallMerge::arrival).collect(Collectors.toSet()));
    }

    /** Merges calls, each at most once among them, in the connection's transaction. */
    public void merge(Connection connection, Collection<SharedRow> calls, long instance) throws SQLException {
        if (calls.isEmpty()) {
            return;
        }
        List<String> columns = stage.fill(connection, calls);
        long from = calls.stream().mapToLong(CallMerge::arrival).min().orElseThrow() - WINDOW;
        long to = calls.stream().mapToLong(CallMerge::arrival).max().orElseThrow() + WINDOW;
        try (Statement statement = connection.createStatement()) {
            for (int server : servers(calls)) {
                statement.execute("select pg_advisory_xact_lock(1903521133, " + server + ")");
            }
            // The temporary table has no statistics; each of its few rows finds its one row by its key, and no plan is
            // worth compiling.
            statement.execute("set local jit = off");
            statement.execute("set local enable_hashjoin = off");
            statement.execute("set local enable_mergejoin = off");
            statement.execute("set local enable_seqscan = off");
            statement.executeUpdate(update(columns, instance, from, to));
            statement.executeUpdate(insert(columns, instance, from, to));
        }
    }

    private static long arrival(SharedRow call) {
        return ((Number) Objects.requireNonNull(call.columns().get("arrived_at"))).longValue();
    }

    /** In ascending order, so that no two writers wait for each other. */
    private static Set<Integer> servers(Collection<SharedRow> calls) {
        return calls.stream()
                .map(call -> call.ref()
                        .substring(0, Math.max(0, call.ref().indexOf(':')))
                        .hashCode())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String found(long from, long to) {
        return "c.id = s.id and c.arrived_at between s.arrived_at - %d and s.arrived_at + %d and c.arrived_at between %d and %d"
                .formatted(WINDOW, WINDOW, from, to);
    }

    private String update(List<String> columns, long instance, long from, long to) {
        String assignments = columns.stream()
                .filter(column -> !KEY.contains(column))
                .map(column -> "%1$s = case when n.take_%2$s then n.%1$s else c.%1$s end"
                        .formatted(column, END.contains(column) ? "end" : "verdict"))
                .collect(Collectors.joining(", "));
        return """
                update calls c set %2$s,
                    arrived_at = case when n.action is null then c.arrived_at
                        when c.action is null then n.arrived_at else least(c.arrived_at, n.arrived_at) end,
                    screened_by = case when n.take_verdict then %1$d else c.screened_by end,
                    screened_at = case when n.take_verdict then n.arrived_at else c.screened_at end,
                    ended_by = case when n.take_end then %1$d else c.ended_by end
                from (
                    select s.*, c.arrived_at as found_at,
                        s.ended_at is not null and (c.ended_at is null or c.ended_by = %1$d) as take_end,
                        s.action is not null and (c.action is null or c.screened_by = %1$d
                            or s.ended_at is not null and (c.ended_at is null or c.ended_by = %1$d)
                            or s.arrived_at > c.screened_at and c.ended_by is distinct from c.screened_by) as take_verdict
                    from %3$s s join calls c on %4$s
                ) n
                where c.id = n.id and c.arrived_at = n.found_at and c.arrived_at between %5$d and %6$d
                    and (n.take_end or n.take_verdict
                        or n.action is not null and n.arrived_at < c.arrived_at)""".formatted(instance, assignments, stage.name(), found(from, to), from, to);
    }

    private String insert(List<String> columns, long instance, long from, long to) {
        String names = String.join(", ", columns);
        return """
                insert into calls (%2$s, screened_by, screened_at, ended_by)
                select %2$s, case when action is not null then %1$d end, case when action is not null then arrived_at end,
                    case when ended_at is not null then %1$d end
                from %3$s s where not exists (select 1 from calls c where %4$s)""".formatted(instance, names, stage.name(), found(from, to));
    }
}
