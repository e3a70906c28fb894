package dev.quell.storage.journal.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Segments are used over and over, and keep what they held before: through many starts, with writes that fail in between, exactly what was confirmed and not
 * taken in is found, and never a record of an earlier use.
 */
class ReuseTest {

    private static final int STARTS = 120;

    @TempDir
    Path directory;

    private final AtomicReference<FaultyChannel.Fault> writing = new AtomicReference<>(FaultyChannel.NONE);
    private final AtomicReference<FaultyChannel.Fault> forcing = new AtomicReference<>(FaultyChannel.NONE);
    private final SortedMap<Long, String> confirmed = new TreeMap<>();
    private final Set<String> failed = new HashSet<>();
    private long taken;
    private int texts;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void onlyWhatWasConfirmedAndNotTakenInIsFound(long seed) throws IOException {
        Random random = new Random(seed);
        for (int start = 0; start < STARTS; start++) {
            look(start);
            try (Bytes journal = Bytes.open(
                    directory, 3, taken, file -> new FaultyChannel(OwnerOnly.file(file), writing, forcing))) {
                work(journal, random);
            }
        }
        assertThat(confirmed.lastKey()).isGreaterThan(STARTS);
        assertThat(failed).isNotEmpty();
    }

    /** A record that was not confirmed may be there, at the end: then its number is not given again. */
    private void look(int start) throws IOException {
        List<String> found = Bytes.reopen(directory, taken).records();
        List<String> expected = new ArrayList<>();
        confirmed.tailMap(taken + 1).forEach((number, text) -> expected.add(number + "=" + text));
        assertThat(found.stream().limit(expected.size()).toList())
                .as("start %s", start)
                .isEqualTo(expected);
        for (String more : found.subList(expected.size(), found.size())) {
            long number = Long.parseLong(more.substring(0, more.indexOf('=')));
            String text = more.substring(more.indexOf('=') + 1);
            assertThat(failed).contains(text);
            confirmed.put(number, text);
        }
    }

    private void work(Bytes journal, Random random) throws IOException {
        int appends = random.nextInt(12);
        for (int i = 0; i < appends; i++) {
            append(journal, random);
            if (random.nextInt(3) == 0 && !confirmed.isEmpty()) {
                long first = Math.max(taken, confirmed.firstKey() - 1);
                taken = first + (long) (random.nextDouble() * (confirmed.lastKey() - first + 1));
                journal.segments().free(taken);
            }
        }
    }

    private void append(Bytes journal, Random random) {
        String text = "text" + ++texts + "x".repeat(random.nextInt(700));
        int luck = random.nextInt(12);
        if (luck == 0) {
            forcing.set(ReuseTest::fail);
        } else if (luck == 1) {
            writing.set(ReuseTest::fail);
        }
        Append append = journal.submit(text);
        try {
            append.done().join();
            confirmed.put(append.sequence(), text);
        } catch (CompletionException e) {
            failed.add(text);
        }
        forcing.set(FaultyChannel.NONE);
        writing.set(FaultyChannel.NONE);
    }

    private static void fail() throws IOException {
        throw new IOException("Input/output error");
    }
}
