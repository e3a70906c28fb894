package dev.quell.storage.postgres.ship;

import dev.quell.storage.postgres.Partitions;
import dev.quell.storage.share.SharedRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
            "hindsight_version",
            "chain_e",
            "chain_e_who");
    private static final Set<String> KEY = Set.of("id", "arrived_at", "seq");

    /**
     * How many rows a day has may be unknown to the planner, and it would then join a batch with the whole day. So each row of the batch looks up its call by
     * the key.
     */
    private static final String WAY =
            "set local jit = off; set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_material = off";

    private final Stage stage = new Stage("calls", ", found_at bigint, take_end boolean, take_verdict boolean");
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
            statement.execute(WAY);
            statement.executeUpdate(find(instance, from, to));
            statement.executeUpdate(update(columns, instance));
            statement.executeUpdate(insert(columns, instance));
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

    /** Notes with each row of the batch under which arrival its call is there, if it is, and what of the row counts more than what is there. */
    private String find(long instance, long from, long to) {
        return String.format(Locale.ROOT, """
                update %1$s s set (found_at, take_end, take_verdict) = (
                    select c.arrived_at,
                        s.ended_at is not null and (c.ended_at is null or c.ended_by = %2$d),
                        s.action is not null and (c.action is null or c.screened_by = %2$d
                            or s.ended_at is not null and (c.ended_at is null or c.ended_by = %2$d)
                            or s.arrived_at > c.screened_at and c.ended_by is distinct from c.screened_by)
                    from calls c where c.id = s.id and c.arrived_at between %3$d and %4$d
                        and c.arrived_at + 0 between s.arrived_at - %5$d and s.arrived_at + %5$d limit 1)""", stage.name(), instance, from, to, WINDOW);
    }

    private String update(List<String> columns, long instance) {
        String assignments = columns.stream()
                .filter(column -> !KEY.contains(column))
                .map(column -> "%1$s = case when s.take_%2$s then s.%1$s else c.%1$s end"
                        .formatted(column, END.contains(column) ? "end" : "verdict"))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, """
                update calls c set %2$s,
                    arrived_at = case when s.action is null then c.arrived_at
                        when c.action is null then s.arrived_at else least(c.arrived_at, s.arrived_at) end,
                    screened_by = case when s.take_verdict then %1$d else c.screened_by end,
                    screened_at = case when s.take_verdict then s.arrived_at else c.screened_at end,
                    ended_by = case when s.take_end then %1$d else c.ended_by end
                from %3$s s where c.id = s.id and c.arrived_at = s.found_at
                    and (s.take_end or s.take_verdict or s.action is not null and s.arrived_at < c.arrived_at)""", instance, assignments, stage.name());
    }

    private String insert(List<String> columns, long instance) {
        String names = String.join(", ", columns);
        return String.format(Locale.ROOT, """
                insert into calls (%2$s, screened_by, screened_at, ended_by)
                select %2$s, case when action is not null then %1$d end, case when action is not null then arrived_at end,
                    case when ended_at is not null then %1$d end
                from %3$s where found_at is null""", instance, names, stage.name());
    }
}
