package dev.quell.storage.redis.rows;

import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.fuzz.LogEar;
import dev.quell.storage.share.Kind;
import dev.quell.storage.share.SharedRow;
import dev.quell.storage.share.replica.SqliteReplica;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** A value among the rows that the instances share: whatever it is, the rows behind it are taken, and what is kept of it can be read again. */
public final class RowFuzz implements FuzzTarget {

    private final LogEar log = new LogEar();
    private final Path directory;
    private final SqliteDatabase database;
    private final List<SharedRow> told = new ArrayList<>();
    private final SqliteReplica replica;
    private long next = 1_000_000_000;

    public RowFuzz() {
        try {
            directory = Files.createTempDirectory("quell-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
        replica = new SqliteReplica(database, taken -> told.addAll(taken.rows()));
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                bytes(
                        "{\"kind\":\"ENTRY\",\"ref\":\"2000000001\",\"columns\":{\"id\":2000000001,\"kind\":\"BLOCK\",\"pattern\":\"+8613800138000\",\"reason\":\"x\","
                                + "\"author\":\"li\",\"origin\":\"MANUAL\",\"created_at\":1,\"expires_at\":9999999999999,\"step\":0,\"removed_at\":null,\"mark\":null}}"),
                bytes(
                        "{\"kind\":\"FLAG\",\"ref\":\"2000000002\",\"columns\":{\"id\":2000000002,\"call_id\":\"pbx:1.1\",\"caller\":\"+8613800138000\",\"agent\":\"a\","
                                + "\"reason\":\"SILENT\",\"note\":\"\",\"at\":1,\"undone_at\":null}}"),
                bytes(
                        "{\"kind\":\"KNOWN\",\"ref\":\"+8613800138000|CUSTOMER\",\"columns\":{\"caller\":\"+8613800138000\",\"kind\":\"CUSTOMER\",\"origin\":\"API\","
                                + "\"author\":\"li\",\"known_at\":5,\"expires_at\":null}}"),
                bytes(
                        "{\"kind\":\"RULE_PROPOSAL\",\"ref\":\"aaaaaaaa-1\",\"columns\":{\"id\":\"aaaaaaaa-1\",\"settings\":\"{\\\"weights\\\":{}}\","
                                + "\"base_revision\":\"\",\"base_version\":\"r3\",\"days\":7,\"note\":\"x\",\"author\":\"li\",\"asked_at\":1,"
                                + "\"calls_tried\":9,\"changed_calls\":1,\"harmed_talks\":0,"
                                + "\"findings\":\"{\\\"sample\\\":1,\\\"moves\\\":[]}\",\"decided_at\":null}}"),
                bytes("{\"kind\":\"VERSION\",\"ref\":\"v\",\"columns\":{\"version\":\"v\"}}"),
                bytes("{\"kind\":\"ENTRY\",\"ref\":\"2000000001\",\"columns\":{}}"));
    }

    @Override
    public List<String> words() {
        return List.of(
                "\"kind\":",
                "\"ref\":",
                "\"columns\":",
                "\"CALL\"",
                "\"pattern\":\"*\"",
                "null",
                "{}",
                "[]",
                "\"removed_at\":1",
                "\"id\":",
                "1.5",
                "\\u0000",
                "\\ud800",
                "ALLOW",
                "i:80");
    }

    @Override
    public void read(byte[] input) {
        List<SharedRow> rows = new ArrayList<>();
        RowText.read(input, 2).ifPresent(rows::add);
        rows.add(genuine(next++));
        told.clear();
        replica.take(rows);
        long wanted = next - 1;
        Holds.that(
                told.stream().anyMatch(row -> row.ref().equals(Long.toString(wanted))),
                "the genuine row is taken",
                told);
        log.check();
        if (next % 500 == 0) {
            empty();
        }
    }

    private static SharedRow genuine(long id) {
        return new SharedRow(
                Kind.ENTRY,
                Long.toString(id),
                3,
                Map.of(
                        "id", id,
                        "kind", "BLOCK",
                        "pattern", "+8613900139000",
                        "reason", "test",
                        "author", "li",
                        "origin", "MANUAL",
                        "created_at", 1,
                        "expires_at", 9_999_999_999_999L,
                        "step", 0));
    }

    private void empty() {
        database.writeNow(connection -> {
            for (String table : List.of("list_entries", "flags", "known_callers", "classifier_versions")) {
                connection.sql("delete from " + table).update();
            }
            return 0;
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        database.close();
        log.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
