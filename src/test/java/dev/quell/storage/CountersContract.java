package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Ranking;
import dev.quell.report.Counters.Word;
import dev.quell.report.SourceCount;
import dev.quell.report.WordCount;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcCallLog;
import dev.quell.storage.jdbc.JdbcFlagStore;
import dev.quell.storage.jdbc.JdbcRetention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counters tell what a count over the log tells, whatever came and in which order. */
abstract class CountersContract extends StoreContract {

    private static final Instant BEGIN = Instant.parse("2026-11-16T21:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(4));
    private static final List<String> TABLES = List.of(
            "counter_changes",
            "counter_hours",
            "counter_withheld",
            "counter_withheld_days",
            "counter_days",
            "counter_words",
            "counter_sources");

    private CallJournal journal;
    private Counters counters;
    private JdbcFlagStore flags;
    private JdbcCallLog log;
    private final Map<Integer, CallScreened> told = new HashMap<>();
    private final List<Long> flagged = new ArrayList<>();
    private Random random = new Random(1);
    private Instant counted = BEGIN;
    private int calls;

    abstract Counters countersOver(Database database);

    /** Adds what has changed; whether there may be more. */
    abstract boolean fold(Database database, int slice);

    /** Counts what arrived after what is counted; whether there is more. */
    abstract boolean advance(Database database, int slice, Instant to);

    /** Counts what arrived before what is counted; whether there is more. */
    abstract boolean fill(Database database, int slice);

    /** Waits until the database has what was told. */
    void settle() {}

    @BeforeEach
    void make() {
        journal = journalOver(database());
        counters = countersOver(database());
        log = callLog();
        flags = new JdbcFlagStore(database());
    }

    /** Lets counting begin at a moment. */
    private void begin(Instant at, int shift) {
        settle();
        database().writeNow(connection -> {
            TABLES.forEach(table -> connection.sql("delete from " + table).update());
            return connection
                    .sql("update counter_fill set since = :at, until = :at, oldest = :oldest, shift = :shift")
                    .param("at", at.toEpochMilli())
                    .param("oldest", Long.MIN_VALUE)
                    .param("shift", shift)
                    .update();
        });
    }

    /** Counts a little more, in some direction. */
    private void count() {
        int slice = 1 + random.nextInt(20);
        switch (random.nextInt(4)) {
            case 0, 1 -> fold(database(), slice);
            case 2 -> fill(database(), slice);
            default -> {
                counted = counted.plus(Duration.ofMinutes(random.nextInt(400)));
                advance(database(), slice, counted);
            }
        }
    }

    private void countAll() {
        settle();
        for (boolean more = true; more; ) {
            more = fold(database(), 100) || advance(database(), 100, END) || fill(database(), 100);
        }
    }

    private void happen() {
        int kind = random.nextInt(100);
        if (kind < 40) {
            CallScreened call = screened(++calls);
            told.put(calls, call);
            journal.screened(call).join();
        } else if (kind < 80 && calls > 0) {
            int n = 1 + random.nextInt(calls);
            conclude(n, Optional.of(told.get(n)));
        } else if (kind < 85) {
            told.put(++calls, screened(calls));
            conclude(calls, Optional.empty());
        } else if (kind < 88 && calls > 0) {
            journal.screened(told.get(1 + random.nextInt(calls))).join();
        } else if (kind < 91 && calls > 0) {
            int n = 1 + random.nextInt(calls);
            told.put(n, screened(n));
            journal.screened(told.get(n)).join();
        } else if (kind < 95 && calls > 0) {
            CallScreened call = told.get(1 + random.nextInt(calls));
            flagged.add(flags.add(new Flag(
                            0,
                            call.call().id(),
                            call.call().caller(),
                            "PJSIP/100" + random.nextInt(3),
                            FlagReason.UNSPECIFIED,
                            "",
                            call.call().arrivedAt().plusSeconds(60),
                            Optional.empty()))
                    .id());
        } else if (kind < 97 && !flagged.isEmpty()) {
            flags.undo(flagged.get(random.nextInt(flagged.size())), "somebody", END);
        } else {
            count();
        }
    }

    private CallerNumber number() {
        return random.nextInt(3) == 0
                ? new CallerNumber.E164("+86138001380" + (10 + random.nextInt(80)))
                : new CallerNumber.E164("+8613800138" + (100 + random.nextInt(6)));
    }

    private CallScreened screened(int n) {
        CallerNumber caller = random.nextInt(8) == 0 ? new CallerNumber.Withheld() : number();
        Instant at = BEGIN.plusMillis(
                (long) (random.nextDouble() * Duration.between(BEGIN, END).toMillis()));
        CallClass[] classes = CallClass.values();
        Action[] actions = Action.values();
        Verdict verdict =
                Calls.verdict(actions[random.nextInt(actions.length)], classes[random.nextInt(classes.length)]);
        return Calls.screened(n, Calls.incoming(n, caller, at), verdict);
    }

    private void conclude(int n, Optional<CallScreened> screened) {
        CallScreened call = told.get(n);
        CallConcluded made = Calls.concluded(call, CallOutcome.values()[random.nextInt(CallOutcome.values().length)]);
        journal.concluded(new CallConcluded(
                        Calls.ended(
                                n, made.ended().way(), call.call().arrivedAt().plusSeconds(41)),
                        made.caller(),
                        made.line(),
                        made.trunk(),
                        made.talk(),
                        made.outcome(),
                        made.because(),
                        screened,
                        Optional.empty()))
                .join();
    }

    private void check() {
        settle();
        Instant hour = BEGIN.plus(Duration.ofHours(random.nextInt(40)));
        Instant later = hour.plus(Duration.ofHours(1 + random.nextInt(50)));
        Instant odd = hour.plusMillis(1_234_567);
        Instant some = later.plusMillis(random.nextInt(3_600_000));
        for (Word by : Word.values()) {
            same(each -> each.hours(by, hour, later));
            same(each -> each.words(by, BEGIN, END));
            same(each -> each.words(by, odd, END));
        }
        same(each -> each.hours(Word.OUTCOME, odd, some));
        same(each -> each.hours(Word.ALL, odd, odd.plusSeconds(60)));
        same(each -> each.minutes(hour, later));
        for (Ranking by : Ranking.values()) {
            for (int limit : new int[] {1, 3, 10, 200}) {
                for (Instant to : List.of(later, END, odd.plusMillis(1))) {
                    same(each -> each.top(by, odd, to, limit));
                    same(each -> each.top(by, "+86138001380", odd, to, limit));
                }
            }
        }
        same(each -> each.disturbers(Optional.empty(), odd, END, 200));
        same(each -> each.disturbers(Optional.of("+86138001380"), odd, later, 200));
        List<CallerNumber> three =
                List.of(new CallerNumber.E164("+8613800138102"), Calls.CALLER, new CallerNumber.Withheld());
        for (Word by : Word.values()) {
            same(each -> each.sources(three, by, odd, END));
        }
        same(each -> each.hours(Word.CLASS, "NORMAL", hour, later));
        for (CallerNumber caller : three) {
            same(each -> each.source(caller, odd, END));
        }
    }

    private void same(Function<Counters, List<?>> question) {
        List<?> expected = question.apply(new LogCounts(log, flags));
        assertThat(question.apply(counters)).isEqualTo(expected);
    }

    private int calls() {
        List<LoggedCall> all = new ArrayList<>();
        log.scan(BEGIN, END, all::add);
        return all.size();
    }

    /** Begins in the middle, as if calls had been there before; whole hours and days are cut anywhere. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theyTellWhatACountOverTheLogTells(int seed) {
        random = new Random(seed);
        counted = BEGIN.plusMillis(random.nextInt(2 * 86_400_000));
        begin(counted, List.of(0, 8, -5).get(seed % 3));
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 60; i++) {
                happen();
            }
            if (round == 4) {
                retain(BEGIN.plus(Duration.ofHours(20)));
            }
            check();
            count();
            check();
        }
        countAll();
        check();
        assertThat(calls).isGreaterThan(100);
        assertThat(calls()).isPositive();
    }

    /** Lets go of the oldest calls. */
    void retain(Instant before) {
        settle();
        new JdbcRetention(database()).calls(before);
    }

    @Test
    void whatWasThereBeforeIsCountedOnceAndWhatComesMeanwhileToo() {
        begin(END, 0);
        for (int i = 0; i < 100; i++) {
            happen();
        }
        begin(BEGIN.plus(Duration.ofDays(2)), 0);
        assertThat(counters.since()).isEqualTo(BEGIN.plus(Duration.ofDays(2)));
        for (int i = 0; i < 100; i++) {
            happen();
        }
        countAll();
        for (int i = 0; i < 30; i++) {
            happen();
        }
        check();
        countAll();

        assertThat(counters.since()).isBeforeOrEqualTo(BEGIN);
        check();
        assertThat(rows("select count(*) from counter_changes")).isZero();
        assertThat(rows("select coalesce(sum(calls), 0) from counter_hours")).isEqualTo(calls());
        assertThat(rows("select coalesce(sum(calls), 0) from counter_days")).isEqualTo(calls());
        assertThat(rows("select coalesce(sum(calls), 0) from counter_withheld_days"))
                .isEqualTo(rows("select coalesce(sum(calls), 0) from counter_withheld"))
                .isEqualTo(rows("select count(*) from calls where caller = 'withheld'"));
        assertThat(rows("select count(*) from counter_sources where calls < 0")).isZero();
    }

    private long rows(String sql) {
        return database().reader().sql(sql).query(Long.class).single();
    }

    /** Whatever is moved from one arm of a question to another meanwhile. */
    @Test
    void countsStandStillWhileSlicesMove() {
        begin(BEGIN.plus(Duration.ofDays(2)), 0);
        for (int i = 0; i < 300; i++) {
            happen();
        }
        settle();
        List<WordCount> words = counters.words(Word.CLASS, BEGIN, END);
        List<SourceCount> top = counters.top(Ranking.CALLS, BEGIN, END, 10);
        CompletableFuture<Void> counting = CompletableFuture.runAsync(() -> {
            for (boolean more = true; more; ) {
                more = fold(database(), 1) || advance(database(), 1, END) || fill(database(), 1);
            }
        });
        int asked = 0;
        while (!counting.isDone() || asked == 0) {
            assertThat(counters.words(Word.CLASS, BEGIN, END)).isEqualTo(words);
            assertThat(counters.top(Ranking.CALLS, BEGIN, END, 10)).isEqualTo(top);
            asked++;
        }
        counting.join();

        assertThat(words).isNotEmpty();
        assertThat(counters.words(Word.CLASS, BEGIN, END)).isEqualTo(words);
    }

    /** With less nuisance than asked for the list goes on with those who call. */
    @Test
    void whereHardlyAnybodyIsANuisanceOthersFollow() {
        begin(BEGIN, 0);
        for (int n = 1; n <= 60; n++) {
            CallerNumber caller = new CallerNumber.E164("+86138001380" + (10 + n % 30));
            CallScreened call = Calls.screened(
                    n,
                    Calls.incoming(n, caller, BEGIN.plus(Duration.ofHours(n))),
                    Calls.verdict(Action.PASS, CallClass.NORMAL));
            told.put(n, call);
            journal.screened(call).join();
        }
        conclude(7, Optional.of(told.get(7)));
        for (int i = 0; i < 3; i++) {
            check();
            advance(database(), 100, BEGIN.plus(Duration.ofDays(i + 2)));
        }
    }
}
