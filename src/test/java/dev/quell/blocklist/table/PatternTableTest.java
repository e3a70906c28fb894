package dev.quell.blocklist.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTableTest {

    private static final long CODE = PatternCode.of("+8613800138000");
    private static final long NEVER_SWEPT = Long.MIN_VALUE + 1;

    private final PatternTable table = new PatternTable(4);

    @Test
    void whatWasPutInIsFoundUntilItsEnd() {
        put(new Slot(CODE, 100, 8));

        assertThat(last(99)).isEqualTo(new Slot(CODE, 100, 8));
        assertThat(last(100)).isNull();
        assertThat(table.last(CODE + 1, 99, 0, 0)).isNull();
        assertThat(table.last(CODE - 1, 99, 0, 0)).isNull();
    }

    @Test
    void theSameMarkReplacesAndAnotherStandsBeside() {
        put(new Slot(CODE, 100, 8));
        put(new Slot(CODE, 50, 8));
        assertThat(last(60)).isNull();

        put(new Slot(CODE, 70, 16));
        assertThat(last(40)).isEqualTo(new Slot(CODE, 70, 16));
        assertThat(size()).isEqualTo(2);
    }

    @Test
    void theOneThatEndsLastIsTold() {
        table.put(List.of(new Slot(CODE, 70, 16), new Slot(CODE, 90, 8), new Slot(CODE, 80, 24)), NEVER_SWEPT);

        assertThat(last(0)).isEqualTo(new Slot(CODE, 90, 8));
    }

    @Test
    void onlyMarksWithTheBitsAreLookedAt() {
        table.put(List.of(new Slot(CODE, 90, 8), new Slot(CODE, 80, 9)), NEVER_SWEPT);

        assertThat(table.last(CODE, 0, 1, 1)).isEqualTo(new Slot(CODE, 80, 9));
        assertThat(table.last(CODE, 0, 1, 0)).isEqualTo(new Slot(CODE, 90, 8));
        assertThat(table.last(CODE, 85, 1, 1)).isNull();
    }

    @Test
    void whatIsGoneLeavesTheTable() {
        table.put(List.of(new Slot(CODE, 90, 8), new Slot(CODE, 80, 16)), NEVER_SWEPT);
        put(new Slot(CODE, Slot.GONE, 8));
        put(new Slot(CODE, Slot.GONE, 24));

        assertThat(last(0)).isEqualTo(new Slot(CODE, 80, 16));
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void aSweepFreesWhatEndedBeforeTheHorizon() {
        table.put(List.of(new Slot(CODE, 90, 8), new Slot(CODE, 80, 16)), NEVER_SWEPT);

        table.sweep(80);
        assertThat(size()).isEqualTo(2);
        table.sweep(81);
        assertThat(size()).isEqualTo(1);
        table.sweep(91);
        assertThat(size()).isZero();
    }

    @Test
    void aChangeFreesInItsChunkWhatEndedBeforeTheHorizon() {
        put(new Slot(CODE, 80, 8));
        table.put(List.of(new Slot(CODE, 200, 16)), 81);

        assertThat(size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void holdsWhatAMapHolds(int bits) {
        PatternTable many = new PatternTable(bits);
        Map<Long, Slot> model = new HashMap<>();
        Random random = new Random(bits);
        for (int round = 0; round < 60; round++) {
            Map<Long, Slot> batch = new HashMap<>();
            for (int i = 0; i < 50; i++) {
                long code = PatternCode.of("+" + (10_000 + random.nextInt(3000)));
                long end = random.nextInt(4) == 0 ? Slot.GONE : 1 + random.nextInt(100);
                batch.put(code, new Slot(code, end, 8));
            }
            many.put(batch.values(), NEVER_SWEPT);
            model.putAll(batch);
        }
        for (int number = 10_000; number < 13_000; number++) {
            long code = PatternCode.of("+" + number);
            Slot known = model.get(code);
            assertThat(many.last(code, 50, 0, 0)).isEqualTo(known == null || known.end() <= 50 ? null : known);
        }
    }

    private void put(Slot slot) {
        table.put(List.of(slot), NEVER_SWEPT);
    }

    private Slot last(long now) {
        return table.last(CODE, now, 0, 0);
    }

    private int size() {
        List<Long> marks = new ArrayList<>();
        table.all((end, mark) -> marks.add(mark));
        return marks.size();
    }
}
