package dev.quell.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three rounds of each row of the fault table, each row in a world of its own; a seed of their own each day would find more, but never the same twice. */
@Timeout(1200)
class FaultsIT {

    private static final int ROUNDS = 3;
    private static final long SEED = 2026;
    /** Here a dozen scenarios share a few processors, and a service starts as slowly as they let it. */
    private static final int SLACK = 6;
    /** Each world has two or three processes that work. */
    private static final Semaphore WORLDS =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors() - 1));

    /** The time in which a row waits for its turn is not its own. */
    @BeforeEach
    void awaitTurn() throws InterruptedException {
        WORLDS.acquire();
    }

    /** A row that took too long was interrupted; the scenario that this thread plays next is not to be. */
    @AfterEach
    void over() {
        boolean interrupted = Thread.interrupted();
        WORLDS.release();
        assertThat(interrupted).as("interrupted").isFalse();
    }

    @ParameterizedTest
    @EnumSource(Row.class)
    void nothingIsLost(Row row) {
        assumeTrue(row.possible(), () -> "this row takes " + row.needs());
        FaultTable table = Faults.run(new Options(List.of(row), ROUNDS, SEED, 1, SLACK, ""));
        assertThat(table.rounds())
                .hasSize(ROUNDS)
                .allSatisfy(round -> assertThat(round.wrong()).as(round.line()).isEmpty());
    }
}
