package dev.quell.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
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
import dev.quell.report.HourCount;
import dev.quell.report.SourceCount;
import dev.quell.report.Tally;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counters tell what a count over the log tells, whatever came and in which order. */
abstract class CountersContract extends StoreContract {

    private static final Instant BEGIN = Instant.parse("2026-11-16T21:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(4));

    private CallJournal journal;
    private Counters counters;
    private JdbcFlagStore flags;
    private final Map<Integer, CallScreened> told = new HashMap<>();
    private final List<Long> flagged = new ArrayList<>();
    private Random random = new Random(1);
    private int calls;

    abstract Counters countersOver(Database database);

    /** Adds what has changed. */
    abstract void fold(Database database);

    /** Counts what was there before the counters. */
    abstract void fill(Database database);

    /** Makes the database one whose calls were there before the counters. */
    abstract void forget(Database database);

    @BeforeEach
    void make() {
        journal = journalOver(database());
        counters = countersOver(database());
        flags = new JdbcFlagStore(database());
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
        } else if (kind < 90 && calls > 0) {
            journal.screened(told.get(1 + random.nextInt(calls))).join();
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
            fold(database());
        }
    }

    private CallScreened screened(int n) {
        CallerNumber caller = random.nextInt(3) == 0
                ? new CallerNumber.E164("+86138001380" + (10 + random.nextInt(80)))
                : new CallerNumber.E164("+8613800138" + (100 + random.nextInt(6)));
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

    private List<LoggedCall> log(Instant from, Instant to) {
        List<LoggedCall> all = new ArrayList<>();
        new JdbcCallLog(database().reader()).scan(from, to, all::add);
        return all;
    }

    private static Tally tally(LoggedCall call) {
        return new Tally(
                1,
                call.outcome() == CallOutcome.SILENT ? 1 : 0,
                call.outcome() == CallOutcome.NOISE ? 1 : 0,
                call.outcome() == CallOutcome.GOOD_TALK ? 1 : 0,
                call.withAgent().orElse(Duration.ZERO));
    }

    private static String word(Word by, LoggedCall call) {
        return switch (by) {
            case ALL -> "";
            case LINE -> call.line();
            case TRUNK -> call.trunk();
            case CLASS ->
                call.verdict().map(verdict -> verdict.callClass().name()).orElse("");
            case ACTION ->
                call.verdict().map(verdict -> verdict.action().name()).orElse("");
            case OUTCOME -> call.outcome().name();
        };
    }

    private static <K extends Comparable<K>> Map<K, Tally> count(List<LoggedCall> calls, Function<LoggedCall, K> key) {
        return calls.stream()
                .collect(groupingBy(key, TreeMap::new, reducing(Tally.NONE, CountersContract::tally, Tally::plus)));
    }

    private List<HourCount> hours(Word by, Instant from, Instant to) {
        List<HourCount> counts = new ArrayList<>();
        count(log(from, to), call -> call.arrivedAt().truncatedTo(ChronoUnit.HOURS))
                .forEach((hour, whole) -> count(log(hour, hour.plusSeconds(3600)), call -> word(by, call))
                        .forEach((word, tally) -> counts.add(new HourCount(hour, word, tally))));
        return counts;
    }

    private List<SourceCount> top(Ranking by, Instant from, Instant to, int limit) {
        Map<String, Tally> tallies = count(log(from, to), call -> call.caller().key());
        Map<String, Long> raised = new HashMap<>();
        flags.since(from, 1_000).stream()
                .filter(flag -> flag.at().isBefore(to) && flag.undoneAt().isEmpty())
                .forEach(flag -> raised.merge(flag.caller().key(), 1L, Long::sum));
        raised.keySet().forEach(caller -> tallies.putIfAbsent(caller, Tally.NONE));
        Comparator<SourceCount> calls = Comparator.comparingLong(
                        (SourceCount source) -> source.tally().calls())
                .reversed()
                .thenComparing(source -> source.caller().key());
        return tallies.entrySet().stream()
                .map(each -> new SourceCount(
                        CallerNumber.ofKey(each.getKey()), each.getValue(), raised.getOrDefault(each.getKey(), 0L)))
                .sorted(
                        by == Ranking.CALLS
                                ? calls
                                : Comparator.comparingLong(SourceCount::nuisance)
                                        .reversed()
                                        .thenComparing(calls))
                .limit(limit)
                .toList();
    }

    private void check() {
        Instant hour = BEGIN.plus(Duration.ofHours(random.nextInt(40)));
        Instant later = hour.plus(Duration.ofHours(1 + random.nextInt(50)));
        for (Word by : Word.values()) {
            assertThat(counters.hours(by, hour, later)).as("%s", by).isEqualTo(hours(by, hour, later));
            assertThat(counters.words(by, BEGIN, END))
                    .isEqualTo(count(log(BEGIN, END), call -> word(by, call)).entrySet().stream()
                            .map(each -> new WordCount(each.getKey(), each.getValue()))
                            .toList());
        }
        Instant odd = hour.plusMillis(1_234_567);
        for (Ranking by : Ranking.values()) {
            for (int limit : new int[] {1, 3, 10, 200}) {
                for (Instant to : List.of(later, END, odd.plusMillis(1))) {
                    assertThat(counters.top(by, odd, to, limit))
                            .as("%s %s to %s", by, odd, to)
                            .isEqualTo(top(by, odd, to, limit));
                }
            }
        }
        assertThat(counters.source(Calls.CALLER, odd, END))
                .isEqualTo(count(
                                log(odd, END).stream()
                                        .filter(call -> call.caller().equals(Calls.CALLER))
                                        .toList(),
                                call -> call.arrivedAt().truncatedTo(ChronoUnit.HOURS))
                        .entrySet()
                        .stream()
                        .map(each -> new HourCount(each.getKey(), "", each.getValue()))
                        .toList());
        assertThat(counters.minutes(hour, later))
                .isEqualTo(
                        count(log(hour, later), call -> call.arrivedAt().truncatedTo(ChronoUnit.MINUTES))
                                .entrySet()
                                .stream()
                                .map(each -> new HourCount(each.getKey(), "", each.getValue()))
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theyTellWhatACountOverTheLogTells(int seed) {
        random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 60; i++) {
                happen();
            }
            if (round == 4) {
                retain();
            }
            check();
            fold(database());
            check();
        }
        assertThat(calls).isGreaterThan(100);
        assertThat(log(BEGIN, END)).isNotEmpty();
    }

    /** Lets go of the oldest calls; what is kept by whole days says so. */
    void retain() {
        new JdbcRetention(database()).calls(BEGIN.plus(Duration.ofHours(20)));
    }

    @Test
    void whatWasThereBeforeIsCountedOnceAndWhatComesMeanwhileToo() {
        for (int i = 0; i < 100; i++) {
            happen();
        }
        forget(database());
        assertThat(counters.since()).isAfter(BEGIN);
        for (int i = 0; i < 100; i++) {
            happen();
        }
        fill(database());
        for (int i = 0; i < 30; i++) {
            happen();
        }
        fold(database());

        assertThat(counters.since()).isBeforeOrEqualTo(BEGIN);
        check();
    }
}
