package dev.quell.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three rounds of each row of the fault table, each row in a world of its own; a seed of their own each day would find more, but never the same twice. */
@Timeout(300)
class FaultsIT {

    private static final int ROUNDS = 3;
    private static final long SEED = 2026;
    /** Each world has two or three processes that work. */
    private static final Semaphore WORLDS =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors() - 1));

    @ParameterizedTest
    @EnumSource(Row.class)
    void nothingIsLost(Row row) throws InterruptedException {
        assumeTrue(row.possible(), () -> "this row takes " + row.needs());
        WORLDS.acquire();
        try {
            FaultTable table = Faults.run(new Options(java.util.List.of(row), ROUNDS, SEED, 1, ""));
            assertThat(table.rounds())
                    .hasSize(ROUNDS)
                    .allSatisfy(
                            round -> assertThat(round.wrong()).as(round.line()).isEmpty());
        } finally {
            WORLDS.release();
        }
    }
}
