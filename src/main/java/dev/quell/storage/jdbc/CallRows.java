package dev.quell.storage.jdbc;

import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
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

    /**
     * A statement that writes a verdict down. Its last place takes an arrival, epoch milliseconds: a call that is there and arrived before is left alone.
     *
     * @param columns as {@link #screened} tells them
     */
    public static String screenedStatement(List<String> columns) {
        return Upsert.places(columns, screenedOtherwise(columns)) + LATE;
    }

    /**
     * A statement that writes an end down. Its last place takes an arrival, as that of {@link #screenedStatement} does.
     *
     * @param columns as {@link #concluded} tells them
     */
    public static String concludedStatement(List<String> columns) {
        return Upsert.places(columns, concludedOtherwise(without(columns, EndedColumns.IDENTITY))) + LATE;
    }

    private static List<String> without(List<String> columns, List<String> left) {
        return columns.stream().filter(name -> !left.contains(name)).collect(Collectors.toList());
    }
}
