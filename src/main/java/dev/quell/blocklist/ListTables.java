package dev.quell.blocklist;

import dev.quell.blocklist.table.PatternCode;
import dev.quell.blocklist.table.PatternTable;
import dev.quell.blocklist.table.RangeSlot;
import dev.quell.blocklist.table.Slot;
import dev.quell.call.CallerNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Both lists as three tables, one of numbers, one of prefixes and one of ranges. A mark holds an entry's number, origin and list. Read without a lock; changed by one thread
 * at a time.
 */
final class ListTables {

    /** Longest and shortest prefix in digits. */
    private static final int LONGEST = 14;

    private static final int SHORTEST = 4;

    /** What has ended stays so long, as the clock may have jumped ahead and come back. */
    private static final Duration GRACE = Duration.ofDays(1);

    /** 64k chunks: 15 entries each for a million numbers. */
    private final PatternTable numbers = new PatternTable(16);

    private final PatternTable prefixes = new PatternTable(12);

    private final ListRanges ranges = new ListRanges();

    /** A bit for each length of prefix that was ever put in. */
    private final AtomicInteger lengths = new AtomicInteger();

    /**
     * The entry that decides about a caller who shows a number.
     *
     * @param now by which blocks end, epoch milliseconds
     * @param favour by which allow entries end
     */
    @Nullable
    ListMatch match(CallerNumber caller, long now, long favour) {
        long code = PatternCode.of(caller);
        Slot allow = last(numbers, code, favour, ListKind.ALLOW);
        if (allow != null) {
            return match(allow, new ListPattern.Exact(caller));
        }
        Slot block = last(numbers, code, now, ListKind.BLOCK);
        int used = lengths.getAcquire();
        ListMatch exact = block == null ? null : match(block, new ListPattern.Exact(caller));
        if (!(caller instanceof CallerNumber.E164(String number))) {
            return exact;
        }
        return ranges.orBetter(number, used == 0 ? exact : byPrefix(number, used, exact, now, favour), now, favour);
    }

    /** The longest allow prefix, or else what is known already, or else the longest block prefix. */
    private @Nullable ListMatch byPrefix(String number, int used, @Nullable ListMatch known, long now, long favour) {
        long digits = PatternCode.digits(number);
        int size = number.length() - 1;
        Slot block = null;
        int blocked = 0;
        for (int length = Math.min(size, LONGEST); length >= SHORTEST; length--) {
            if ((used & (1 << length)) != 0) {
                long code = PatternCode.prefix(digits, size - length);
                Slot allow = last(prefixes, code, favour, ListKind.ALLOW);
                if (allow != null) {
                    return match(allow, new ListPattern.Prefix(number.substring(0, length + 1)));
                }
                if (known == null && block == null) {
                    block = last(prefixes, code, now, ListKind.BLOCK);
                    blocked = length;
                }
            }
        }
        return block == null ? known : match(block, new ListPattern.Prefix(number.substring(0, blocked + 1)));
    }

    private static @Nullable Slot last(PatternTable table, long code, long now, ListKind kind) {
        return table.last(code, now, Mark.KIND, Mark.bits(kind));
    }

    private static ListMatch match(Slot slot, ListPattern pattern) {
        return new ListMatch(
                Mark.id(slot.mark()),
                Mark.kind(slot.mark()),
                pattern,
                Mark.origin(slot.mark()),
                slot.end() == Standing.NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(slot.end())));
    }

    /**
     * Puts entries in; an entry of the same number and pattern is replaced. Entries of one pattern change at once.
     *
     * @param gone entries that leave
     * @return how many have no possible pattern, and are not put in
     */
    int put(Collection<Standing> entries, Collection<Standing> gone, Instant now) {
        List<Slot> exact = new ArrayList<>(entries.size() + gone.size());
        List<Slot> wide = new ArrayList<>();
        List<RangeSlot> between = new ArrayList<>();
        int odd = 0;
        for (Standing entry : entries) {
            odd += add(entry, entry.endsAt(), exact, wide, between) ? 0 : 1;
        }
        gone.forEach(entry -> add(entry, Slot.GONE, exact, wide, between));
        long horizon = now.minus(GRACE).toEpochMilli();
        numbers.put(exact, horizon);
        prefixes.put(wide, horizon);
        ranges.put(between, horizon);
        return odd;
    }

    /** The length of a prefix is noted before it is put in: a reader who does not look for it yet misses nothing that was there. */
    private boolean add(Standing entry, long end, List<Slot> exact, List<Slot> wide, List<RangeSlot> between) {
        if (ListRanges.isOne(entry.pattern())) {
            RangeSlot slot = ListRanges.slot(entry, end);
            return slot != null && between.add(slot);
        }
        long code = PatternCode.of(entry.pattern());
        if (code == PatternCode.NONE) {
            return false;
        }
        boolean prefix = entry.pattern().endsWith("*");
        if (prefix) {
            lengths.accumulateAndGet(1 << (entry.pattern().length() - 2), (all, one) -> all | one);
        }
        return (prefix ? wide : exact).add(new Slot(code, end, Mark.of(entry)));
    }

    /** How many count at a moment. Looks at all of them. */
    ListCount count(Instant now) {
        long[] counts = new long[2];
        long at = now.toEpochMilli();
        PatternTable.Visitor visitor = (end, mark) -> counts[(int) (mark & Mark.KIND)] += end > at ? 1 : 0;
        numbers.all(visitor);
        prefixes.all(visitor);
        ranges.all(visitor);
        return new ListCount(counts[(int) Mark.bits(ListKind.BLOCK)], counts[(int) Mark.bits(ListKind.ALLOW)]);
    }

    /** The numbers of the blocks that have ended by a moment, as far as they are still here. */
    Set<Long> blocksEndedBy(Instant until) {
        Set<Long> ended = new HashSet<>();
        long at = until.toEpochMilli();
        PatternTable.Visitor visitor = (end, mark) -> {
            if (end <= at && Mark.kind(mark) == ListKind.BLOCK) {
                ended.add(Mark.id(mark));
            }
        };
        numbers.all(visitor);
        prefixes.all(visitor);
        ranges.all(visitor);
        return ended;
    }

    /** Takes out the blocks that have ended by a moment, for good. */
    void endBlocks(Instant until) {
        numbers.end(until.toEpochMilli(), Mark.KIND, Mark.bits(ListKind.BLOCK));
        prefixes.end(until.toEpochMilli(), Mark.KIND, Mark.bits(ListKind.BLOCK));
        ranges.endBlocks(until.toEpochMilli());
    }

    /** Frees the room of what has ended. */
    void sweep(Instant now) {
        numbers.sweep(now.minus(GRACE).toEpochMilli());
        prefixes.sweep(now.minus(GRACE).toEpochMilli());
        ranges.sweep(now.minus(GRACE).toEpochMilli());
    }
}
