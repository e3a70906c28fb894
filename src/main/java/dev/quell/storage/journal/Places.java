package dev.quell.storage.journal;

import dev.quell.evidence.chain.Place;
import dev.quell.storage.chain.ChainWriter;
import dev.quell.storage.chain.SealedBlock;
import dev.quell.storage.journal.BesideFault.Beside;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The places in the chain of one batch's facts, one behind the other; or none at all. */
final class Places {

    /** The other thread is done long before, or will not be. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final boolean any;
    private final long block;
    private int given;

    private Places(boolean any, long block) {
        this.any = any;
        this.block = block;
    }

    static Places none() {
        return new Places(false, 0);
    }

    /** Those of the next block. */
    static Places from(ChainWriter chain) {
        try {
            return new Places(true, chain.next());
        } catch (SQLException e) {
            throw new BesideFault(Beside.CHAIN, e);
        }
    }

    /** The next fact's as its row has it; null if it has none. */
    @Nullable
    Long next() {
        int index = given++;
        return any ? new Place(block, index).packed() : null;
    }

    /** How many facts there were. */
    int given() {
        return given;
    }

    /**
     * Puts the block behind the chain, if it holds anything.
     *
     * @param facts what it holds, in the order in which places were given
     * @param journal the number of the last record
     */
    void put(ChainWriter chain, @Nullable Future<SealedBlock> facts, long journal) {
        if (any && facts != null && given > 0) {
            SealedBlock sealed = sealed(facts);
            if (sealed.count() != given) {
                throw new BesideFault(
                        Beside.CHAIN,
                        sealed.count() + " facts were made of " + given + " records",
                        new IllegalStateException());
            }
            try {
                chain.put(sealed, journal);
            } catch (SQLException e) {
                throw new BesideFault(Beside.CHAIN, e);
            }
        }
    }

    private static SealedBlock sealed(Future<SealedBlock> facts) {
        try {
            return facts.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MalformedRecord malformed) {
                throw malformed;
            }
            throw new BesideFault(Beside.CHAIN, e);
        } catch (TimeoutException | CancellationException e) {
            throw new BesideFault(Beside.CHAIN, "its block was not made in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BesideFault(Beside.CHAIN, e);
        }
    }
}
