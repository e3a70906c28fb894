package dev.quell.bench.list;

import dev.quell.blocklist.BlockList;
import dev.quell.call.CallerNumber;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * What ranges cost a look-up: a list of 100,000 numbers and 1,000 prefixes, the same with 10,000 ranges spread over the numbers, and the same with 10,000
 * ranges in one million numbers, asked in turn. Argument: a directory for the file (a temporary one). Prints one line of {@code name=value}, the median of the rounds.
 */
public final class RangeCost {

    private static final int NUMBERS = 100_000;
    private static final int PREFIXES = 1_000;
    private static final int RANGES = 10_000;
    private static final int ROUNDS = 15;
    private static final long FIRST = 8_613_000_000_000L;
    private static final long MILLION = 1_000_000;

    private RangeCost() {}

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        Path directory = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("quell-ranges");
        try (SqliteDatabase database = LongList.open(directory, NUMBERS)) {
            put(database, "+45%d*", PREFIXES - NUMBERS / 1000, place -> new Object[] {10_000 + place});
            Map<String, BlockList> lists = new LinkedHashMap<>();
            lists.put("none", ListMemory.load(database).lists());
            put(database, "+%d-+%d", RANGES, place -> {
                long from = FIRST + MILLION * place + 5;
                return new Object[] {from, from + 97};
            });
            lists.put("spread", ListMemory.load(database).lists());
            database.write(connection -> connection
                            .sql("delete from list_entries where pattern like '%-%'")
                            .update())
                    .join();
            put(database, "+%d-+%d", RANGES, place -> {
                long from = FIRST + 100 * place + 1;
                return new Object[] {from, from + 97};
            });
            lists.put("dense", ListMemory.load(database).lists());
            measure(lists);
        }
    }

    private static void put(SqliteDatabase database, String form, int entries, LongFunction<Object[]> values) {
        database.write(connection -> {
                    for (long place = 0; place < entries; place++) {
                        connection
                                .sql(
                                        "insert into list_entries (kind, pattern, reason, author, origin, created_at, step, expires_at)"
                                                + " values ('BLOCK', :pattern, 'a range', 'import', 'MANUAL', :now, 0, :now + 86400000)")
                                .param("pattern", String.format(Locale.ROOT, form, values.apply(place)))
                                .param("now", LongList.NOW.toEpochMilli())
                                .update();
                    }
                    return true;
                })
                .join();
    }

    private static void measure(Map<String, BlockList> lists) {
        Map<String, List<Double>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, BlockList> list : lists.entrySet()) {
                asked(rounds, list, "hit", NUMBERS, LongList::listed);
                asked(rounds, list, "miss", NUMBERS, RangeCost::unlisted);
                asked(rounds, list, "prefix", NUMBERS / 1000, ListMemory::ofPrefix);
            }
            asked(
                    rounds,
                    Map.entry("spread", lists.get("spread")),
                    "range",
                    RANGES,
                    place -> number(MILLION * place + 50));
            asked(rounds, Map.entry("dense", lists.get("dense")), "range", RANGES, place -> number(100 * place + 50));
        }
        rounds.forEach((name, times) -> System.out.printf(
                Locale.ROOT,
                "%s=%.0f ",
                name,
                times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow()));
        System.out.println();
    }

    /** A number in no list and no range. */
    private static CallerNumber unlisted(long place) {
        for (long at = place; ; at += NUMBERS) {
            CallerNumber caller = LongList.unlisted(at);
            long number = Long.parseLong(caller.key().substring(1)) - FIRST;
            if (number >= MILLION && number % MILLION > 200) {
                return caller;
            }
        }
    }

    private static CallerNumber number(long place) {
        return new CallerNumber.E164("+" + (FIRST + place));
    }

    private static void asked(
            Map<String, List<Double>> rounds,
            Map.Entry<String, BlockList> list,
            String what,
            long entries,
            LongFunction<CallerNumber> caller) {
        rounds.computeIfAbsent(what + "_" + list.getKey(), name -> new ArrayList<>())
                .add(ListMemory.asked(list.getValue(), entries, caller));
    }
}
