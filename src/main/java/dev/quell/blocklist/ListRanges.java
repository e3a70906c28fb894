package dev.quell.blocklist;

import dev.quell.blocklist.ListPattern.Prefix;
import dev.quell.blocklist.ListPattern.Range;
import dev.quell.blocklist.table.PatternTable;
import dev.quell.blocklist.table.RangeKey;
import dev.quell.blocklist.table.RangeSlot;
import dev.quell.blocklist.table.RangeTable;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of both lists that are ranges, and where they stand among the others: by how many numbers they mean, before a prefix that means as many. */
final class ListRanges {

    private final RangeTable table = new RangeTable();

    /** Whether a pattern's text is that of a range. */
    static boolean isOne(String pattern) {
        return pattern.indexOf('-') > 0;
    }

    /** An entry as the table keeps it; null if its text can be no range. */
    static @Nullable RangeSlot slot(Standing entry, long end) {
        try {
            return ListPattern.parse(entry.pattern()) instanceof Range(String from, String to)
                    ? new RangeSlot(RangeKey.of(from), RangeKey.of(to), end, Mark.of(entry))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * What decides about a number.
     *
     * @param number in E.164
     * @param now by which blocks end, epoch milliseconds
     * @param favour by which allow entries end
     * @param known the exact block, or the prefix, that would decide if there were no ranges
     */
    @Nullable
    ListMatch orBetter(String number, @Nullable ListMatch known, long now, long favour) {
        if (!table.isUsed()) {
            return known;
        }
        long key = RangeKey.of(number);
        RangeSlot allow = table.smallest(key, favour, Mark.KIND, Mark.bits(ListKind.ALLOW));
        if (known != null && known.kind() == ListKind.ALLOW) {
            return allow == null || isSmaller(known, number, allow) ? known : match(allow);
        }
        if (allow != null) {
            return match(allow);
        }
        RangeSlot block = table.smallest(key, now, Mark.KIND, Mark.bits(ListKind.BLOCK));
        return block == null || (known != null && isSmaller(known, number, block)) ? known : match(block);
    }

    private static boolean isSmaller(ListMatch known, String number, RangeSlot range) {
        return switch (known.pattern()) {
            case ListPattern.Exact exact -> true;
            case Prefix(String start) -> power(number.length() - start.length()) < range.size();
            case Range other -> other.size() < range.size();
        };
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private static ListMatch match(RangeSlot slot) {
        return new ListMatch(
                Mark.id(slot.mark()),
                Mark.kind(slot.mark()),
                new Range(RangeKey.number(slot.from()), RangeKey.number(slot.to())),
                Mark.origin(slot.mark()),
                slot.end() == Standing.NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(slot.end())));
    }

    void put(Collection<RangeSlot> slots, long horizon) {
        table.put(slots, horizon);
    }

    void all(PatternTable.Visitor visitor) {
        table.all(visitor);
    }

    void endBlocks(long until) {
        table.end(until, Mark.KIND, Mark.bits(ListKind.BLOCK));
    }

    void sweep(long horizon) {
        table.sweep(horizon);
    }
}
