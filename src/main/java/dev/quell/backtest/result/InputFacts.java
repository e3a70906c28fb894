package dev.quell.backtest.result;

import dev.quell.backtest.input.BadLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read.
 *
 * @param name the file's name, or where the call log lies
 * @param kind the word for its format: {@code log}, {@code master-csv}, {@code cdr-custom}, {@code cel}, {@code calls} or {@code counts}
 * @param lines lines or rows with records
 * @param records calls or counts taken
 * @param leftOut lines left out on purpose, by reason
 * @param skipped bad lines
 * @param firstSkipped the first of them
 * @param outOfOrder calls that began so long before others already given out that they were left out
 * @param flags agents' flags taken; 0 for files
 * @param first when the first call arrived; empty if there is none, or for counts
 * @param last when the last call arrived
 */
public record InputFacts(
        String name,
        String kind,
        long lines,
        long records,
        Map<String, Long> leftOut,
        long skipped,
        List<BadLine> firstSkipped,
        long outOfOrder,
        long flags,
        Optional<Instant> first,
        Optional<Instant> last) {

    public InputFacts {
        leftOut = Map.copyOf(leftOut);
        firstSkipped = List.copyOf(firstSkipped);
    }

    /** Whether more than 1 % of the lines were bad, so that the figures are not to be trusted. */
    public boolean unsound() {
        return skipped * 100 > lines;
    }
}
