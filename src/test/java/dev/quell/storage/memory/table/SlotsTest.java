package dev.quell.storage.memory.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {

    private static final byte[] RECORD = new byte[40];
    private static final long ROOM_FOR_ALL = 1L << 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void holdsWhatAMapHolds(long seed) {
        Random random = new Random(seed);
        Slots slots = new Slots(ROOM_FOR_ALL);
        Map<Long, byte[]> map = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            long key = 1 + random.nextInt(2_000);
            if (random.nextInt(3) == 0) {
                slots.remove(key);
                map.remove(key);
            } else {
                byte[] record = new byte[random.nextInt(20)];
                slots.put(key, record);
                map.put(key, record);
            }
        }

        assertThat(slots.size()).isEqualTo(map.size());
        for (long key = 1; key <= 2_000; key++) {
            assertThat(slots.get(key)).isSameAs(map.get(key));
        }
        map.keySet().forEach(slots::remove);
        assertThat(slots.bytes()).isEqualTo(17 * 2048);
    }

    @Test
    void staysWithinItsRoomAndCountsWhoHadToGo() {
        Slots slots = new Slots(100_000);
        for (long key = 1; key <= 10_000; key++) {
            slots.put(key, RECORD);
            assertThat(slots.bytes()).isLessThanOrEqualTo(100_000);
        }

        assertThat(slots.size()).isBetween(1_100, 1_200);
        assertThat(slots.evicted()).isEqualTo(10_000 - slots.size());
        assertThat(slots.get(10_000)).isSameAs(RECORD);
    }

    @Test
    void whoCalledAgainOutlivesAFloodOfStrangers() {
        Slots slots = new Slots(100_000);
        for (long key = 1; key <= 100; key++) {
            slots.put(key, RECORD);
            slots.again(key);
            slots.again(key);
            slots.again(key);
        }
        for (long key = 1_000; key < 3_000; key++) {
            slots.put(key, RECORD);
        }

        for (long key = 1; key <= 100; key++) {
            assertThat(slots.get(key)).isSameAs(RECORD);
        }
    }

    @Test
    void whoDoesNotComeBackGoesInTheEndHoweverOftenTheyCalled() {
        Slots slots = new Slots(100_000);
        slots.put(1, RECORD);
        for (int i = 0; i < 100; i++) {
            slots.again(1);
        }
        for (long key = 1_000; key < 20_000; key++) {
            slots.put(key, RECORD);
        }

        assertThat(slots.get(1)).isNull();
    }

    @Test
    void recordThatIsLargerThanTheRoomStaysAlone() {
        Slots slots = new Slots(1_000);
        slots.put(1, RECORD);
        slots.put(2, new byte[5_000]);

        assertThat(slots.size()).isEqualTo(1);
        assertThat(slots.get(2)).hasSize(5_000);

        slots.put(3, RECORD);

        assertThat(slots.size()).isEqualTo(1);
        assertThat(slots.get(3)).isSameAs(RECORD);
    }
}
