package dev.quell.blocklist.bulk;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.call.NumberReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Reads the lines of a list one by one. Empty lines, lines that begin with {@code #} and a first line that begins with {@code pattern} or {@code number}
 * are passed over.
 */
final class BulkReader {

    private final Path file;
    private final BulkPlan plan;
    private final EntryLine.Defaults defaults;
    private final BlockListService lists;
    private final NumberReader numbers;
    private final Predicate<ListEntry> alone;
    private final Instant now;

    /** @param alone which entries may be made on one person's word */
    BulkReader(
            Path file,
            BulkPlan plan,
            BlockListService lists,
            NumberReader numbers,
            Predicate<ListEntry> alone,
            Instant now) {
        this.alone = alone;
        this.file = file;
        this.plan = plan;
        this.defaults = new EntryLine.Defaults(plan.kind(), plan.reason(), plan.expires());
        this.lists = lists;
        this.numbers = numbers;
        this.now = now;
    }

    /** Who is told what the lines hold. */
    interface Sink {
        /** A line's entry, as it may be kept. */
        void entry(ListEntry entry);

        /** A line cannot be taken. */
        void fault(int line, String fault);
    }

    /** Reads from the first line to the last. */
    void read(Sink sink) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()))) {
            char separator = ',';
            String line = reader.readLine();
            for (int number = 1; line != null; number++) {
                String text = line;
                if (number == 1) {
                    text = line.replace("\uFEFF", "");
                    separator = CsvLine.separator(text);
                }
                if (isEntry(text, number)) {
                    one(text, number, separator, sink);
                }
                line = reader.readLine();
            }
        } catch (CharacterCodingException e) {
            throw BulkFault.notUtf8(e);
        }
    }

    private static boolean isEntry(String text, int number) {
        String begin = text.strip().toLowerCase(Locale.ROOT).replace("\"", "");
        boolean head = number == 1 && (begin.startsWith("pattern") || begin.startsWith("number"));
        return !head
                && !begin.startsWith("#")
                && !begin.chars().allMatch(c -> c == ',' || c == ';' || c == '\t' || c == ' ');
    }

    private void one(String text, int number, char separator, Sink sink) {
        ListEntry entry;
        try {
            List<String> fields = CsvLine.fields(text, separator);
            EntryLine line = EntryLine.of(fields, defaults, numbers, now);
            entry = lists.proposed(line.kind(), line.pattern(), line.reason(), line.expires(), plan.author(), now);
        } catch (IllegalArgumentException e) {
            sink.fault(number, String.valueOf(e.getMessage()));
            return;
        }
        if (alone.test(entry)) {
            sink.entry(entry);
        } else {
            sink.fault(
                    number,
                    entry.pattern().shown()
                            + " needs two people, as a prefix, a range or a block for more than 7 days; propose it by itself on the page of the lists");
        }
    }
}
