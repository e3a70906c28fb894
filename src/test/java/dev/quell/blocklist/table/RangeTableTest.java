package dev.quell.blocklist.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTableTest {

    private static final long NEVER_SWEPT = Long.MIN_VALUE + 1;
    private static final long FROM = RangeKey.of("+8613800138000");

    private final RangeTable table = new RangeTable();

    @Test
    void bothEndsAreIn() {
        put(new RangeSlot(FROM, FROM + 100, 50, 8));

        assertThat(found(FROM - 1)).isNull();
        assertThat(found(FROM)).isEqualTo(8);
        assertThat(found(FROM + 100)).isEqualTo(8);
        assertThat(found(FROM + 101)).isNull();
    }

    @Test
    void countsUntilItsEnd() {
        put(new RangeSlot(FROM, FROM + 100, 50, 8));

        assertThat(table.smallest(FROM, 49, 0, 0)).isNotNull();
        assertThat(table.smallest(FROM, 50, 0, 0)).isNull();
    }

    @Test
    void theSmallestIsTold() {
        put(
                new RangeSlot(FROM, FROM + 100, 90, 8),
                new RangeSlot(FROM + 10, FROM + 20, 50, 16),
                new RangeSlot(FROM - 500, FROM + 500, 99, 24));

        assertThat(found(FROM + 15)).isEqualTo(16);
        assertThat(found(FROM + 21)).isEqualTo(8);
        assertThat(found(FROM + 101)).isEqualTo(24);
    }

    @Test
    void ofEqualOnesTheOneThatEndsLast() {
        put(
                new RangeSlot(FROM, FROM + 9, 70, 8),
                new RangeSlot(FROM + 5, FROM + 14, 90, 16),
                new RangeSlot(FROM, FROM + 9, 80, 24));

        assertThat(found(FROM + 7)).isEqualTo(16);
        assertThat(found(FROM + 3)).isEqualTo(24);
    }

    @Test
    void onlyMarksWithTheBitsAreLookedAt() {
        put(new RangeSlot(FROM, FROM + 9, 90, 8), new RangeSlot(FROM, FROM + 99, 80, 9));

        assertThat(table.smallest(FROM, 0, 1, 1).mark()).isEqualTo(9);
        assertThat(table.smallest(FROM, 0, 1, 0).mark()).isEqualTo(8);
    }

    @Test
    void oneThatReachesOverAMillionIsFoundOnBothSidesAndLeavesBoth() {
        long edge = FROM - FROM % RangeKey.MOST + RangeKey.MOST;
        RangeSlot slot = new RangeSlot(edge - 5, edge + 5, 50, 8);
        put(slot);

        assertThat(found(edge - 1)).isEqualTo(8);
        assertThat(found(edge)).isEqualTo(8);
        assertThat(told()).containsExactly(8L);
        put(new RangeSlot(edge - 5, edge + 5, Slot.GONE, 8));
        assertThat(found(edge - 1)).isNull();
        assertThat(found(edge)).isNull();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatHasEndedIsSwept() {
        put(new RangeSlot(FROM, FROM + 9, 50, 8), new RangeSlot(FROM, FROM + 99, 60, 16));

        table.sweep(51);

        assertThat(told()).containsExactly(16L);
    }

    @Test
    void anEmptyOneWasNeverUsed() {
        assertThat(table.isUsed()).isFalse();
        put(new RangeSlot(FROM, FROM + 9, 50, 8));
        assertThat(table.isUsed()).isTrue();
    }

    @Test
    void whatIsNoRangeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RangeSlot(FROM, FROM + 1_000_000, 50, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new RangeSlot(FROM, FROM - 1, 50, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new RangeSlot(RangeKey.NONE, FROM, 50, 8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RangeSlot(RangeKey.of("+9999"), RangeKey.of("+10000"), 50, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "+861", "8613800138000", "+0613800138000", "+86138x", "+8613800138000123"})
    void whatIsNoNumberHasNoKey(String text) {
        assertThat(RangeKey.of(text.isEmpty() ? "+" : text)).isEqualTo(RangeKey.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8610", "+8613800138000", "+999999999999999", "+1000"})
    void aKeyTellsItsNumber(String number) {
        assertThat(RangeKey.number(RangeKey.of(number))).isEqualTo(number);
    }

    /** Against a look at all slots, while slots come, are replaced and go; numbers of three lengths, ranges over the edges of chunks. */
    @Test
    void answersAsALookAtAllWould() {
        Random random = new Random(7);
        List<RangeSlot> all = new ArrayList<>();
        for (int round = 0; round < 300; round++) {
            List<RangeSlot> change = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                change.add(random(random, round * 10L + i));
            }
            if (!all.isEmpty() && round % 3 == 0) {
                RangeSlot gone = all.remove(random.nextInt(all.size()));
                change.add(new RangeSlot(gone.from(), gone.to(), Slot.GONE, gone.mark()));
            }
            table.put(change, NEVER_SWEPT);
            change.stream().filter(slot -> slot.end() != Slot.GONE).forEach(all::add);
            for (int i = 0; i < 100; i++) {
                long key = RangeKey.of(number(random));
                long now = random.nextInt(1000);
                long bits = random.nextInt(2);
                assertThat(table.smallest(key, now, 1, bits)).isEqualTo(slowly(all, key, now, bits));
            }
        }
        assertThat(told()).hasSameSizeAs(all);
    }

    private static @Nullable RangeSlot slowly(List<RangeSlot> all, long key, long now, long bits) {
        return all.stream()
                .filter(slot -> slot.from() <= key && key <= slot.to() && slot.end() > now && (slot.mark() & 1) == bits)
                .min(Comparator.comparingLong(RangeSlot::size)
                        .thenComparing(RangeSlot::end, Comparator.reverseOrder())
                        .thenComparing(RangeSlot::mark, Comparator.reverseOrder()))
                .orElse(null);
    }

    private static RangeSlot random(Random random, long mark) {
        long from = RangeKey.of(number(random));
        long size = random.nextBoolean() ? random.nextInt(5_000) : random.nextInt(1_000_000);
        return new RangeSlot(from, from + size, random.nextInt(1000), mark);
    }

    private static String number(Random random) {
        String start = List.of("+86138001", "+8613800", "+861380012").get(random.nextInt(3));
        return start
                + String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000))
                        .replaceFirst("^..", random.nextBoolean() ? "99" : "00");
    }

    private void put(RangeSlot... slots) {
        table.put(List.of(slots), NEVER_SWEPT);
    }

    private @Nullable Long found(long key) {
        RangeSlot slot = table.smallest(key, 0, 0, 0);
        return slot == null ? null : slot.mark();
    }

    private List<Long> told() {
        List<Long> marks = new ArrayList<>();
        table.all((end, mark) -> marks.add(mark));
        return marks;
    }
}
