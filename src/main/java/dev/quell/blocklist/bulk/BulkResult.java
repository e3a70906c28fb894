package dev.quell.blocklist.bulk;

import java.util.List;

/**
 * What came of a long list.
 *
 * @param lines how many lines held an entry or should have
 * @param kept new entries
 * @param unchanged lines whose entry stood already, with the same reason and end, or whose pattern comes again further on
 * @param replaced entries that were ended by new ones
 * @param faulty lines with a fault
 * @param faults the first of them, at most {@value #TOLD}
 */
public record BulkResult(int lines, int kept, int unchanged, int replaced, int faulty, List<Fault> faults) {

    /** How many faults are told. */
    public static final int TOLD = 1000;

    /**
     * A line that cannot be taken.
     *
     * @param line counted from 1
     * @param fault what is wrong and what would be right
     */
    public record Fault(int line, String fault) {}

    public BulkResult {
        faults = List.copyOf(faults);
    }
}
