package dev.quell.bench.list;

import dev.quell.call.CallerNumber;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;

/** A made-up block list of any length: mobile numbers spread over a range twice as large, every thousandth entry a prefix of seven digits or more. */
public final class LongList {

    /** When the entries were made. */
    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private static final long FIRST = 8_613_000_000_000L;
    private static final long SPREAD = 1_000_000_007L;

    /** So many prefixes are on a list at most. */
    private static final long PREFIXES = 1000;

    private LongList() {}

    /** A number on the list; its place among them is 0 or more. */
    public static CallerNumber listed(long place) {
        return number(2 * place);
    }

    /** A number that is on no list of that length. */
    public static CallerNumber unlisted(long place) {
        return number(2 * place + 1);
    }

    private static CallerNumber number(long place) {
        return new CallerNumber.E164("+" + (FIRST + place * SPREAD % 10_000_000_000L));
    }

    /** The text of a prefix on the list, of 7 to 11 digits; no number above begins so. */
    public static String prefix(long place) {
        return "+44" + (10_000L + place) + "0000".substring(0, (int) (place % 5)) + "*";
    }

    /** Opens a database in a directory, and fills it with so many entries if it is empty. */
    public static SqliteDatabase open(Path directory, long entries) {
        SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
        long there = database.reader()
                .sql("select count(*) from list_entries")
                .query(Long.class)
                .single();
        if (there == 0) {
            fill(database, entries);
        }
        return database;
    }

    private static void fill(SqliteDatabase database, long entries) {
        database.write(connection -> connection
                        .sql("""
                                with recursive place(n) as (select 0 union all select n + 1 from place where n + 1 < :entries)
                                insert into list_entries (kind, pattern, reason, author, origin, created_at, expires_at, step)
                                select 'BLOCK', '+' || (:first + (2 * n * :spread) % 10000000000), 'complaint no. ' || n, 'import',
                                    'MANUAL', :now, :now + 86400000 * (1 + n % 89), 0 from place""")
                        .param("entries", entries)
                        .param("first", FIRST)
                        .param("spread", SPREAD)
                        .param("now", NOW.toEpochMilli())
                        .update())
                .join();
        database.write(connection -> {
                    for (long i = 0; i < Math.min(PREFIXES, entries / 1000); i++) {
                        connection
                                .sql(
                                        "insert into list_entries (kind, pattern, reason, author, origin, created_at, step, expires_at)"
                                                + " values ('BLOCK', :pattern, 'a range', 'import', 'MANUAL', :now, 0, :now + 86400000)")
                                .param("pattern", prefix(i))
                                .param("now", NOW.toEpochMilli())
                                .update();
                    }
                    return true;
                })
                .join();
    }
}
