package dev.quell.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackerTest {

    private static List<Object> roundTrip(List<@Nullable Object> values) {
        Packer packer = new Packer();
        values.forEach(value -> packer.put("column", value));
        Unpacker unpacker = new Unpacker(ByteBuffer.wrap(packer.bytes(), 0, packer.length()));
        List<Object> back = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            back.add(unpacker.next());
        }
        assertThatThrownBy(unpacker::next).isInstanceOf(RuntimeException.class);
        return back;
    }

    private static @Nullable Object any(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> random.nextLong() >> random.nextInt(64);
            case 2 -> random.nextDouble() * Math.pow(10, random.nextInt(20) - 10);
            case 3 -> text(random, random.nextInt(30));
            default -> text(random, random.nextInt(3_000));
        };
    }

    private static String text(Random random, int length) {
        return random.ints(0, Character.MAX_CODE_POINT + 1)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .limit(length)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void whateverARowHoldsComesBack() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                values.add(any(random));
            }
            assertThat(roundTrip(values)).as("seed %s", seed).isEqualTo(values);
        }
    }

    @Test
    void theEndsOfNumbersComeBack() {
        List<@Nullable Object> ends = new ArrayList<>();
        for (int bit = 0; bit < 64; bit++) {
            ends.add(1L << bit);
            ends.add((1L << bit) - 1);
            ends.add(-(1L << bit));
        }
        ends.add(Double.MIN_VALUE);
        ends.add(-0.0);
        ends.add(Double.MAX_VALUE);
        ends.add("");

        assertThat(roundTrip(ends)).isEqualTo(ends);
    }

    @Test
    void wholeNumbersOfAnySizeComeBackAsLong() {
        assertThat(roundTrip(List.of(42))).containsExactly(42L);
    }

    @Test
    void otherThingsAreRefused() {
        assertThatThrownBy(() -> new Packer().put("arrived_at", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("arrived_at");
    }

    @Test
    void unknownTagsAreRefused() {
        assertThatThrownBy(() -> new Unpacker(ByteBuffer.wrap(new byte[] {9})).next())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
