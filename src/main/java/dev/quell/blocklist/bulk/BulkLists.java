package dev.quell.blocklist.bulk;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.call.NumberReader;
import dev.quell.call.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes a long list in: checks every line by the rules for single entries, then keeps them in portions, between which other changes go on. Where a pattern
 * comes twice the last line counts. One list at a time. The list lies in a temporary file meanwhile, so that its length costs no memory.
 */
@Service
public final class BulkLists {

    private static final Logger LOG = LoggerFactory.getLogger(BulkLists.class);

    private final BlockListService lists;
    private final NumberReader numbers;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable BulkRun current;

    BulkLists(BlockListService lists, NumberReader numbers, Clock clock) {
        this.lists = lists;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** How far the list that is taken in is, or the last one was. */
    public BulkProgress progress() {
        BulkRun run = current;
        return run == null ? new BulkProgress(false, 0, 0) : run.progress(busy.get());
    }

    /**
     * Takes a list in.
     *
     * @param list lines of {@code pattern,kind,reason,expires} in UTF-8
     * @throws BulkFault if another is being taken in, it is no text, or the database takes no more
     * @throws IOException if it cannot be read
     */
    public BulkResult take(InputStream list, BulkPlan plan) throws IOException {
        return take(list, plan, entry -> true);
    }

    /**
     * The same on the word of one person.
     *
     * @param alone which entries may be made so; of the others their lines have a fault
     */
    public BulkResult take(InputStream list, BulkPlan plan, Predicate<ListEntry> alone) throws IOException {
        if (!busy.compareAndSet(false, true)) {
            throw BulkFault.busy();
        }
        Path file = Files.createTempFile("quell-list", ".csv");
        try {
            Files.copy(list, file, StandardCopyOption.REPLACE_EXISTING);
            Instant now = clock.instant();
            BulkRun run = new BulkRun(new BulkReader(file, plan, lists, numbers, alone, now), plan, lists, now);
            current = run;
            BulkResult result = run.take();
            tell(plan, result);
            return result;
        } finally {
            busy.set(false);
            Files.delete(file);
        }
    }

    private static void tell(BulkPlan plan, BulkResult result) {
        LOG.info(
                "{} {} a list: {} lines, {} new entries, {} stood already, {} replaced, {} lines with a fault",
                Words.foreign(plan.author()),
                plan.tried() ? "tried" : "took in",
                result.lines(),
                result.kept(),
                result.unchanged(),
                result.replaced(),
                result.faulty());
    }
}
