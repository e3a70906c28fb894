package dev.quell.storage.memory.table;

/**
 * What a table holds and did.
 *
 * @param callers how many are remembered
 * @param bytes what that takes on the heap
 * @param found questions that were answered from memory
 * @param loaded callers that were loaded
 * @param failed loads that failed; nothing is remembered of them
 * @param evicted callers that were forgotten for want of room
 */
public record TableFigures(long callers, long bytes, long found, long loaded, long failed, long evicted) {

    /** Nothing. */
    static final TableFigures NONE = new TableFigures(0, 0, 0, 0, 0, 0);

    TableFigures plus(TableFigures other) {
        return new TableFigures(
                callers + other.callers,
                bytes + other.bytes,
                found + other.found,
                loaded + other.loaded,
                failed + other.failed,
                evicted + other.evicted);
    }
}
