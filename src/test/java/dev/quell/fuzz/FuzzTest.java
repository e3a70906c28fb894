package dev.quell.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each target over the cases that were found once, and over some thousand generated inputs, the same ones in each run. */
class FuzzTest {

    private static final long SEED = 20_261_122;

    @ParameterizedTest
    @EnumSource
    void whatWasFoundOnceHolds(Target target) throws Exception {
        Map<String, byte[]> cases = Cases.read(target);
        assumeFalse(cases.isEmpty(), "nothing was found yet");
        try (FuzzTarget open = target.open()) {
            cases.forEach((name, input) ->
                    assertThatCode(() -> open.read(input)).as(name).doesNotThrowAnyException());
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void generatedInputsHold(Target target) throws Exception {
        try (FuzzTarget open = target.open()) {
            List<byte[]> seeds = open.seeds();
            seeds.forEach(seed -> tried(target, open, seed));
            Mutator mutator = new Mutator(seeds, open.words(), SEED);
            for (int i = 0; i < target.inputs(); i++) {
                tried(target, open, mutator.next());
            }
        }
        assertThat(target.inputs()).isPositive();
    }

    private static void tried(Target target, FuzzTarget open, byte[] input) {
        try {
            open.read(input);
        } catch (Throwable failure) {
            throw new AssertionError(
                    failure + "; the input is " + Cases.keep(target, input) + "; when it is mended, keep it in "
                            + Cases.kept(target),
                    failure);
        }
    }
}
