package dev.quell.backtest.input;

import java.util.List;
import java.util.Map;

/**
 * What became of the lines of one input.
 *
 * @param lines lines with records, the header and empty lines not counted
 * @param records calls, counts or labels that were given out
 * @param joined lines that were a further leg or event of a call
 * @param leftOut lines left out on purpose, by reason, in words
 * @param skipped bad lines
 * @param firstSkipped the first of them, at most 20
 * @param outOfOrder calls that began so long before those already given out that they could not be put in their place
 */
public record InputSummary(
        InputFormat format,
        long lines,
        long records,
        long joined,
        Map<String, Long> leftOut,
        long skipped,
        List<BadLine> firstSkipped,
        long outOfOrder) {

    public InputSummary {
        leftOut = Map.copyOf(leftOut);
        firstSkipped = List.copyOf(firstSkipped);
    }

    /** Whether more than 1 % of the lines were bad, so that the figures are not to be trusted. */
    public boolean mostlyUnread() {
        return skipped * 100 > lines;
    }
}
