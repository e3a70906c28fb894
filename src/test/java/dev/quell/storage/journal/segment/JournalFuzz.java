package dev.quell.storage.journal.segment;

import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/**
 * A journal's segment with damaged bytes: the start never fails, what is read is what was written, in its order and under its number, and what is appended
 * afterwards is read at the next start.
 */
public final class JournalFuzz implements FuzzTarget {

    private static final Map<Long, String> WRITTEN = written();

    private final Path directory;
    private final byte[] whole;

    public JournalFuzz() {
        try {
            directory = Files.createTempDirectory("quell-fuzz");
            try (Bytes journal = Bytes.open(directory)) {
                WRITTEN.values().forEach(text -> journal.append(text).join());
            }
            whole = Files.readAllBytes(directory.resolve("segment-1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Long, String> written() {
        Map<Long, String> written = new TreeMap<>();
        for (long n = 1; n <= 20; n++) {
            written.put(n, ("record " + n + " ").repeat((int) (n * n % 7 + 1)));
        }
        return written;
    }

    /** The segment up to behind its last record. */
    @Override
    public List<byte[]> seeds() {
        int end = whole.length;
        while (whole[end - 1] == 0) {
            end--;
        }
        return List.of(Arrays.copyOf(whole, end + 16), Arrays.copyOf(whole, end / 2), new byte[0]);
    }

    @Override
    public List<String> words() {
        return List.of(
                "\u0000\u0000\u0000\u0010",
                "\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0001",
                "QUELLJ\u0000\u0001",
                "record 3 ");
    }

    @Override
    public void read(byte[] input) throws Exception {
        FileSystemUtils.deleteRecursively(directory);
        Files.createDirectories(directory);
        Files.write(directory.resolve("segment-1"), Arrays.copyOf(input, Bytes.SIZE));
        Bytes.Found found = Bytes.reopen(directory, 0);
        check(found.records());
        try (Bytes journal = Bytes.open(directory)) {
            journal.append("afterwards").join();
        }
        List<String> again = new ArrayList<>(Bytes.reopen(directory, 0).records());
        String last = again.isEmpty() ? "" : again.removeLast();
        Holds.that(last.endsWith("=afterwards"), "what is appended is read", last, again);
        Holds.that(again.equals(found.records()), "and what was there is still", found.records(), again);
    }

    private static void check(List<String> records) {
        long before = 0;
        for (String record : records) {
            long number = Long.parseLong(record.substring(0, record.indexOf('=')));
            Holds.that(number > before, "in order", records);
            Holds.that(record.equals(number + "=" + WRITTEN.get(number)), "what was written", record);
            before = number;
        }
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }
}
