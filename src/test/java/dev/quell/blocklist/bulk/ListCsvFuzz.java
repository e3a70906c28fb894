package dev.quell.blocklist.bulk;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListServices;
import dev.quell.call.CallSettings;
import dev.quell.call.NumberReader;
import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.testing.ShippedSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A long list as CSV: each line an entry as it may be kept, or a fault with its line in a printable sentence; what was read and written is read the same. */
public final class ListCsvFuzz implements FuzzTarget {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final BulkPlan PLAN =
            new BulkPlan(ListKind.BLOCK, "a list", Optional.of(NOW.plus(Duration.ofDays(1))), "li", false, false);

    private final NumberReader numbers = new NumberReader(ShippedSettings.of("quell.call", CallSettings.class));
    private final BlockListService lists = ListServices.at(NOW);
    private final Path file;

    public ListCsvFuzz() {
        try {
            file = Files.createTempFile("quell-fuzz", ".csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                bytes(
                        "pattern,kind,reason,expires\n13800138000,block,silent,7d\n+86138*,allow,\"ours, all\",2026-12-01\n"),
                bytes("\ufeff=\"+8613900139001\";block;\"two; \"\"calls\"\"\";2026-12-01T00:00:00+08:00\r\n"
                        + "8001;allow;our own;\r\n"),
                bytes(
                        "'+8675561230000-+8675561239998,block,campaign,7d\n0755-61230000~9998;block;x;7d\n17000047000至7999\n"),
                bytes("# list\n'13800138000\tblock\tx\t24h\n8.6139E+12,block,test,7d\n\n"));
    }

    @Override
    public List<String> words() {
        return List.of(
                "block",
                "allow",
                "7d",
                "24h",
                "99999d",
                "\"",
                "\"\"",
                "=\"",
                "+86138*",
                "*",
                "-+8675561239998",
                "~",
                "至",
                "110",
                "2026-12-01",
                "9999-12-31",
                "+999999999-12-31T23:59:59Z",
                "\ufeff",
                "pattern");
    }

    @Override
    public void read(byte[] input) throws Exception {
        try {
            List<ListEntry> entries = entries(input);
            StringBuilder written = new StringBuilder();
            entries.forEach(entry -> written.append(line(entry)));
            List<ListEntry> again = entries(bytes(written.toString()));
            Holds.that(again.equals(entries), "read the same again", entries, again);
        } catch (BulkFault notText) {
            Holds.oneLine(notText.getMessage(), 300);
        }
    }

    private List<ListEntry> entries(byte[] csv) throws IOException {
        Files.write(file, csv);
        long lines = new String(csv, StandardCharsets.UTF_8).lines().count();
        List<ListEntry> entries = new ArrayList<>();
        new BulkReader(file, PLAN, lists, numbers, entry -> true, NOW).read(new BulkReader.Sink() {
            @Override
            public void entry(ListEntry entry) {
                check(entry);
                entries.add(entry);
            }

            @Override
            public void fault(int line, String fault) {
                Holds.that(line >= 1 && line <= lines, "the number of a line", line, lines);
                Holds.oneLine(fault, 400);
                Holds.that(!fault.isBlank() && !fault.equals("null"), "a sentence");
            }
        });
        return entries;
    }

    private static void check(ListEntry entry) {
        Holds.oneLine(entry.reason(), 200);
        Holds.that(!entry.reason().isBlank(), "a reason");
        Holds.that(entry.expiresAt().isPresent(), "an end");
        Holds.that(entry.expiresAt().get().isAfter(NOW), "an end in the future");
        Holds.that(entry.expiresAt().get().toEpochMilli() > 0, "an end that a store can keep");
    }

    private static String line(ListEntry entry) {
        return "\"" + entry.pattern().shown() + "\"," + entry.kind() + ",\""
                + entry.reason().replace("\"", "\"\"") + "\","
                + entry.expiresAt().orElseThrow() + "\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }
}
