package dev.quell.storage.jdbc;

import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How verdicts and ends become rows of {@code calls}: the columns in order, and statements with a place for each. */
public final class CallRows {

    private static final String LATE = " and calls.arrived_at >= ?";

    private CallRows() {}

    /** Tells a verdict's columns. */
    public static void screened(CallScreened call, Columns columns) {
        ScreenedColumns.fill(call, columns);
    }

    /** Tells an end's columns, those that say who called first. */
    public static void concluded(CallConcluded call, Columns columns) {
        EndedColumns.identity(call, columns);
        EndedColumns.fill(call, columns);
    }

    /**
     * Writes a verdict down: a call screened again keeps its first arrival and gets the newer verdict. One that comes after the end changes nothing: its
     * call went on with another.
     */
    static String screenedOtherwise(List<String> columns) {
        String arrival =
                "arrived_at = case when calls.action is null then excluded.arrived_at else calls.arrived_at end";
        return "update set " + arrival + ", " + Upsert.assign(without(columns, List.of("id", "arrived_at")))
                + " where (calls.ended_at is null or calls.action is null)";
    }

    /** Writes an end down: of several tellings the first counts. */
    static String concludedOtherwise(List<String> columns) {
        return "update set " + Upsert.assign(columns) + " where calls.ended_at is null";
    }

    /** Caller, line, trunk and channel in JSON, as one of the two rows of an upsert has them. */
    private static String who(String row) {
        return "json_array(" + row + ".caller, " + row + ".line, " + row + ".trunk, " + row + ".channel)";
    }

    private static final String SAME_WHO =
            "(calls.caller, calls.line, calls.trunk, calls.channel) = (excluded.caller, excluded.line, excluded.trunk, excluded.channel)";

    /**
     * A statement that writes a verdict down. Its last places take where it stands in the chain, and an arrival, epoch milliseconds: a call that is there and
     * arrived before is left alone.
     *
     * @param columns as {@link #screened} tells them
     */
    public static String screenedStatement(List<String> columns) {
        String kept = ", chain_v_at = case when calls.action is null then null else excluded.arrived_at end"
                + ", chain_e_who = case when calls.ended_at is null or " + SAME_WHO + " then calls.chain_e_who else "
                + who("calls") + " end where ";
        return Upsert.places(
                        with(columns, "chain_v"),
                        screenedOtherwise(with(columns, "chain_v")).replace(" where ", kept))
                + LATE;
    }

    /**
     * A statement that writes an end down. Its last places take what those of {@link #screenedStatement} do.
     *
     * @param columns as {@link #concluded} tells them
     */
    public static String concludedStatement(List<String> columns) {
        String kept = ", chain_e_who = case when " + SAME_WHO + " then null else " + who("excluded") + " end where ";
        return Upsert.places(
                        with(columns, "chain_e"),
                        concludedOtherwise(without(with(columns, "chain_e"), EndedColumns.IDENTITY))
                                .replace(" where ", kept))
                + LATE;
    }

    private static List<String> with(List<String> columns, String more) {
        List<String> all = new ArrayList<>(columns);
        all.add(more);
        return all;
    }

    private static List<String> without(List<String> columns, List<String> left) {
        return columns.stream().filter(name -> !left.contains(name)).collect(Collectors.toList());
    }
}
