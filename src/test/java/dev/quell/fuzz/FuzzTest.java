package dev.quell.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each target over the cases that were found once, and over some thousand generated inputs, the same ones in each run. */
class FuzzTest {

    private static final long SEED = 20_261_122;

    @TestFactory
    Stream<DynamicTest> whatWasFoundOnceHolds() {
        return Stream.of(Target.values())
                .flatMap(target -> Cases.read(target).entrySet().stream()
                        .map(kept -> DynamicTest.dynamicTest(
                                target.word() + "/" + kept.getKey(), () -> read(target, kept.getValue()))));
    }

    private static void read(Target target, byte[] input) throws Throwable {
        try (FuzzTarget open = target.open()) {
            open.read(input);
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
