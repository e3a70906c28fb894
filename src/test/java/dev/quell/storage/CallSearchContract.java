package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallFilter.Score;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallLog.Query;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.CallTotals;
import dev.quell.calllog.CallTotals.Counting;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the search of the call log promises. */
abstract class CallSearchContract extends StoreContract {

    private static final Instant FROM = Calls.NOW;
    private static final Instant TO = FROM.plus(Duration.ofDays(6));
    private static final List<String> LINES = List.of("12345", "12346");
    private static final List<String> TRUNKS = List.of("carrier", "backup");
    private static final int CALLS = 120;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long CHINA = Duration.ofHours(8).toMillis();

    /** Adds to the counters what has changed. */
    abstract void fold(Database database);

    private CallJournal journal;
    private CallLog log;
    private final Random random = new Random(5);
    /** Seconds between two moments at which calls arrive. */
    private int step = 1;

    @BeforeEach
    void make() {
        journal = journalOver(database());
        log = callLog();
    }

    /** Some live, some passed unscreened; many share a moment. */
    private void fill() {
        for (int n = 1; n <= CALLS; n++) {
            CallScreened call = screened(n);
            if (random.nextInt(8) > 0) {
                journal.screened(call).join();
                if (random.nextInt(8) > 0) {
                    journal.concluded(concluded(n, call, Optional.of(call))).join();
                }
            } else {
                journal.concluded(concluded(n, call, Optional.empty())).join();
            }
        }
    }

    private CallScreened screened(int n) {
        IncomingCall made = Calls.incoming(
                n,
                new CallerNumber.E164("+861380013800" + random.nextInt(10) + (n % 11 == 0 ? "5" : "")),
                FROM.plusSeconds(step * random.nextInt(20)));
        Line line = new Line(
                LINES.get(random.nextInt(2)),
                "service",
                made.line().profile(),
                made.line().listen(),
                made.line().blocked());
        IncomingCall call = new IncomingCall(
                made.id(),
                made.channel(),
                n % 9 == 0 ? new CallerNumber.Withheld() : made.caller(),
                made.name(),
                made.asserted(),
                made.attestation(),
                TRUNKS.get(random.nextInt(2)),
                made.trunkTrusted(),
                line,
                made.fingerprint(),
                made.forwarded(),
                made.callback(),
                made.language(),
                made.arrivedAt());
        CallScreened screened = Calls.screened(n, call, verdict());
        return new CallScreened(
                call,
                screened.token(),
                screened.caseNumber(),
                screened.verdict(),
                random.nextBoolean() ? Action.PASS : screened.verdict().action(),
                "shadow",
                128,
                true,
                "",
                screened.took());
    }

    private Verdict verdict() {
        Verdict verdict = Calls.verdict(any(Action.values()), any(CallClass.values()));
        return new Verdict(
                verdict.action(),
                verdict.callClass(),
                random.nextInt(11) / 10.0,
                verdict.symbols(),
                verdict.cause(),
                verdict.version());
    }

    private CallConcluded concluded(int n, CallScreened call, Optional<CallScreened> screened) {
        CallConcluded made = Calls.concluded(call, any(CallOutcome.values()));
        return new CallConcluded(
                Calls.ended(n, made.ended().way(), call.call().arrivedAt().plusSeconds(41)),
                made.caller(),
                made.line(),
                made.trunk(),
                made.talk(),
                made.outcome(),
                made.because(),
                screened,
                screened.isPresent() ? made.hindsight() : Optional.empty());
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** Filters with one condition each, and some with several. */
    private List<CallFilter> filters() {
        List<UnaryOperator<CallFilter.Builder>> single = new ArrayList<>();
        single.add(filter -> filter);
        single.add(filter -> filter.caller(new CallerFilter.Exact(Calls.CALLER)));
        single.add(filter -> filter.caller(new CallerFilter.Exact(new CallerNumber.Withheld())));
        single.add(filter -> filter.caller(new CallerFilter.Prefix("+86138001380")));
        single.add(filter -> filter.caller(new CallerFilter.Prefix("+8613800138003")));
        single.add(filter -> filter.caller(new CallerFilter.Prefix("+8613900")));
        single.add(filter -> filter.caller(new CallerFilter.Range("+8613800138001", "+8613800138003")));
        single.add(filter -> filter.caller(new CallerFilter.Range("+8613800137000", "+8613800138999")));
        single.add(filter -> filter.caller(new CallerFilter.Range("+861380013800", "+861380013809")));
        single.add(filter -> filter.caller(new CallerFilter.Range("+8613900000000", "+8613900999999")));
        for (CallClass each : List.of(CallClass.NORMAL, CallClass.SILENT, CallClass.PROTECTED)) {
            single.add(filter -> filter.callClass(each));
        }
        for (Action each : Action.values()) {
            single.add(filter -> filter.action(each));
            single.add(filter -> filter.applied(each));
        }
        for (CallOutcome each : CallOutcome.values()) {
            single.add(filter -> filter.outcome(each));
        }
        LINES.forEach(line -> single.add(filter -> filter.line(line)));
        TRUNKS.forEach(trunk -> single.add(filter -> filter.trunk(trunk)));
        single.add(filter -> filter.agent("PJSIP/1001"));
        single.add(filter -> filter.agent("' or ''='"));
        single.add(filter -> filter.score(new Score(0.5, 1)));
        single.add(filter -> filter.score(new Score(0.3, 0.6)));
        single.add(filter -> filter.caseNumber("00000007"));
        List<CallFilter> filters = new ArrayList<>();
        single.forEach(
                each -> filters.add(each.apply(CallFilter.builder(FROM, TO)).build()));
        for (int i = 0; i < 40; i++) {
            CallFilter.Builder several = CallFilter.builder(FROM.plusSeconds(2 * step), FROM.plusSeconds(18 * step));
            for (int more = 0; more < 3; more++) {
                several = single.get(random.nextInt(single.size())).apply(several);
            }
            filters.add(several.build());
        }
        return filters;
    }

    private static boolean matches(CallFilter filter, LoggedCall call) {
        Optional<Verdict> verdict = call.verdict();
        return !call.arrivedAt().isBefore(filter.from())
                && call.arrivedAt().isBefore(filter.to())
                && filter.caller().map(only -> only.matches(call.caller())).orElse(true)
                && is(filter.callClass(), verdict.map(Verdict::callClass).orElse(null))
                && is(filter.action(), verdict.map(Verdict::action).orElse(null))
                && is(filter.applied(), call.applied())
                && is(filter.line(), call.line())
                && is(filter.trunk(), call.trunk())
                && is(filter.agent(), call.agent())
                && is(filter.outcome(), call.outcome())
                && is(filter.caseNumber(), call.caseNumber())
                && filter.score()
                        .map(score -> verdict.filter(each ->
                                        each.probability() >= score.least() && each.probability() <= score.most())
                                .isPresent())
                        .orElse(true);
    }

    private static <T> boolean is(Optional<T> only, @Nullable T value) {
        return only.map(each -> each.equals(value)).orElse(true);
    }

    private List<CallId> expected(CallFilter filter) {
        List<LoggedCall> all = new ArrayList<>();
        log.scan(Instant.EPOCH, TO, all::add);
        return all.stream()
                .filter(call -> matches(filter, call))
                .sorted(Comparator.comparing(LoggedCall::arrivedAt)
                        .thenComparing(call -> call.id().toString())
                        .reversed())
                .map(LoggedCall::id)
                .toList();
    }

    /** All pages from the oldest call on, newest first again. */
    private List<CallId> back(CallFilter filter) {
        List<CallId> seen = new ArrayList<>();
        Optional<CallCursor> at = Optional.of(new CallCursor(CallCursor.Way.NEWER, FROM.minusMillis(1), Calls.id(1)));
        while (at.isPresent()) {
            CallPage page = log.search(new Query(filter, at, 7));
            seen.addAll(0, ids(page));
            at = page.newer();
        }
        return seen;
    }

    private List<CallId> pages(
            CallFilter filter, Optional<CallCursor> from, int limit, Function<CallPage, Optional<CallCursor>> next) {
        List<CallId> seen = new ArrayList<>();
        Optional<CallCursor> at = from;
        do {
            CallPage page = log.search(new Query(filter, at, limit));
            assertThat(page.calls().size()).isLessThanOrEqualTo(limit);
            seen.addAll(page.calls().stream().map(LoggedCall::id).toList());
            at = next.apply(page).map(cursor -> CallCursor.parse(cursor.text()));
            assertThat(seen.size()).isLessThanOrEqualTo(CALLS);
        } while (at.isPresent());
        return seen;
    }

    /** Whatever is counted beforehand: all calls, some, or none; and what has changed of those. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, false",
        "1, 0, 40, true",
        "1, 7, 13, false",
        "21600, 0, 24, true",
        "21600, 7, 13, false",
        "5000, 2, 19, true"
    })
    void everyFilterFindsWhatItMeansPageByPage(int seconds, int since, int until, boolean folded) {
        step = seconds;
        database()
                .writeNow(connection -> connection
                        .sql("update counter_fill set since = :since, until = :until")
                        .param("since", FROM.plusSeconds(since * step).toEpochMilli())
                        .param("until", FROM.plusSeconds(until * step).toEpochMilli())
                        .update());
        fill();
        if (folded) {
            fold(database());
        }
        assertThat(expected(CallFilter.between(FROM, TO))).hasSize(CALLS);
        for (CallFilter filter : filters()) {
            List<CallId> expected = expected(filter);

            assertThat(pages(filter, Optional.empty(), 7, CallPage::older))
                    .as("%s", filter)
                    .isEqualTo(expected);
            assertThat(back(filter)).as("back, %s", filter).isEqualTo(expected);
            assertThat(log.count(filter, 1_000)).isEqualTo(expected.size());
            int more = expected.size() / 2 + 1;
            assertThat(log.count(filter, more)).isEqualTo(Math.min(more, expected.size()));
        }
    }

    private static final List<CallerFilter> CALLERS = List.of(
            new CallerFilter.Exact(Calls.CALLER),
            new CallerFilter.Exact(new CallerNumber.E164("+8613900000000")),
            new CallerFilter.Exact(new CallerNumber.Withheld()),
            new CallerFilter.Prefix("+86138001380"),
            new CallerFilter.Prefix("+8613800138003"),
            new CallerFilter.Prefix("+8613900"),
            new CallerFilter.Range("+8613800138001", "+8613800138003"),
            new CallerFilter.Range("+8613800137000", "+8613800138999"),
            new CallerFilter.Range("+86138001380005", "+86138001380095"),
            new CallerFilter.Range("+861380013800", "+861380013809"));

    /** Whatever is counted beforehand; the days of counters begin at midnight in China, and FROM is no midnight. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, false",
        "1, 0, 40, true",
        "1, 7, 13, false",
        "21600, 0, 24, true",
        "21600, 0, 24, false",
        "21600, 7, 13, true",
        "21600, 2, 11, true",
        "5000, 2, 19, true"
    })
    void theCallsOfCallersAreSummedUpFromTheirFirstDayOn(int seconds, int since, int until, boolean folded) {
        step = seconds;
        Instant counted = FROM.plusSeconds(since * step);
        counted(counted, FROM.plusSeconds(until * step), counted);
        fill();
        if (folded) {
            fold(database());
        }
        CallLog many = callLog(1, 10_000);
        Instant from = FROM.plusSeconds(3 * step);
        Instant day = Instant.ofEpochMilli(Math.floorDiv(from.toEpochMilli() + CHINA, DAY) * DAY - CHINA);
        Instant to = FROM.plusSeconds(18 * step);
        for (CallerFilter callers : CALLERS) {
            CallTotals each = totals(callers, from, to, Counting.EXACT);
            CallTotals all = totals(callers, from, TO, Counting.EXACT);

            assertThat(log.totals(callers, from, to)).as("%s", callers).isEqualTo(each);
            assertThat(log.totals(callers, from, TO)).as("%s", callers).isEqualTo(all);
            assertThat(many.totals(callers, from, to))
                    .as("%s", callers)
                    .isEqualTo(
                            each.calls() == 0
                                            && expected(callers, Instant.EPOCH, TO)
                                                    .isEmpty()
                                    ? each
                                    : totals(callers, day, to, Counting.BY_DAYS));
            assertThat(many.totals(callers, day, TO).calls())
                    .as("%s", callers)
                    .isEqualTo(expected(callers, day, TO).size());
        }
        assertThat(many.totals(CALLERS.get(3), day, TO).counting()).isEqualTo(Counting.EXACT);
    }

    @Test
    void ofTooManyDaysOfCallersSomeAreSummedUpAndItIsSaid() {
        step = 21_600;
        counted(FROM, TO, FROM);
        fill();
        fold(database());
        CallerFilter callers = new CallerFilter.Prefix("+86138001380");

        CallTotals some = callLog(1, 7).totals(callers, FROM, TO);

        assertThat(some.counting()).isEqualTo(Counting.AT_LEAST);
        assertThat(some.calls())
                .isBetween(7, totals(callers, FROM, TO, Counting.EXACT).calls() - 1);
        assertThat(some.callers()).isBetween(1, 7);
        assertThat(some.goodTalks()).isBetween(0, some.calls());
    }

    /** Calls that were there before the counters are added to them in the background. */
    @Test
    void untilDaysAreCountedBeforehandNoMoreCallsAreLookedAtThanFew() {
        counted(FROM.plusSeconds(10), TO, Instant.EPOCH);
        fill();
        CallerFilter callers = new CallerFilter.Prefix("+86138001380");

        assertThat(callLog(5, 1_000).totals(callers, FROM, TO))
                .returns(Counting.AT_LEAST, CallTotals::counting)
                .returns(5, CallTotals::calls);
        assertThat(callLog(200, 1_000).totals(callers, FROM, TO)).isEqualTo(totals(callers, FROM, TO, Counting.EXACT));
    }

    private void counted(Instant since, Instant until, Instant oldest) {
        database()
                .writeNow(connection -> connection
                        .sql("update counter_fill set since = :since, until = :until, oldest = :oldest, shift = 8")
                        .param("since", since.toEpochMilli())
                        .param("until", until.toEpochMilli())
                        .param("oldest", oldest.toEpochMilli())
                        .update());
    }

    private List<CallId> expected(CallerFilter callers, Instant from, Instant to) {
        return expected(CallFilter.builder(from, to).caller(callers).build());
    }

    private CallTotals totals(CallerFilter callers, Instant from, Instant to, Counting counting) {
        List<LoggedCall> found = expected(callers, from, to).stream()
                .map(id -> log.find(id).orElseThrow())
                .toList();
        return new CallTotals(
                found.size(),
                (int) found.stream().map(LoggedCall::caller).distinct().count(),
                (int) found.stream()
                        .filter(call -> call.outcome() == CallOutcome.GOOD_TALK)
                        .count(),
                counting,
                from);
    }

    @Test
    void pagesLeadBackToNewerCallsAsTheyCame() {
        fill();
        CallFilter filter = CallFilter.between(FROM, TO);
        List<CallId> expected = expected(filter);
        CallPage first = log.search(new Query(filter, Optional.empty(), 50));
        CallPage second = log.search(new Query(filter, first.older(), 50));

        CallPage back = log.search(new Query(filter, second.newer(), 10));

        assertThat(first.newer()).isEmpty();
        assertThat(ids(second)).isEqualTo(expected.subList(50, 100));
        assertThat(ids(back)).isEqualTo(expected.subList(40, 50));
        assertThat(ids(log.search(new Query(filter, back.older(), 10)))).isEqualTo(expected.subList(50, 60));
        assertThat(ids(log.search(new Query(filter, back.newer(), 50)))).isEqualTo(expected.subList(0, 40));
        assertThat(log.search(new Query(filter, back.newer(), 50)).newer()).isEmpty();
        assertThat(log.search(new Query(filter, back.newer(), 40)).newer()).isEmpty();
        assertThat(log.search(new Query(filter, back.newer(), 39)).newer()).isPresent();
    }

    private static List<CallId> ids(CallPage page) {
        return page.calls().stream().map(LoggedCall::id).toList();
    }

    @Test
    void newCallsShiftNoPage() {
        fill();
        CallFilter filter = CallFilter.between(FROM, TO);
        List<CallId> expected = expected(filter);
        CallPage first = log.search(new Query(filter, Optional.empty(), 20));
        for (int n = 1; n <= 5; n++) {
            journal.screened(Calls.screened(
                            CALLS + n,
                            Calls.incoming(CALLS + n, Calls.CALLER, FROM.plusSeconds(30)),
                            Calls.verdict(Action.PASS, CallClass.NORMAL)))
                    .join();
        }

        assertThat(ids(log.search(new Query(filter, first.older(), 20)))).isEqualTo(expected.subList(20, 40));
    }

    @Test
    void anEmptyPageLeadsBack() {
        fill();
        CallFilter filter = CallFilter.between(FROM, TO);
        CallPage whole = log.search(new Query(filter, Optional.empty(), 200));
        CallCursor end = new CallCursor(
                CallCursor.Way.OLDER,
                whole.calls().getLast().arrivedAt(),
                whole.calls().getLast().id());

        CallPage beyond = log.search(new Query(filter, Optional.of(end), 10));

        assertThat(beyond.calls()).isEmpty();
        assertThat(beyond.older()).isEmpty();
        assertThat(ids(log.search(new Query(filter, beyond.newer(), 10))))
                .isEqualTo(ids(whole).subList(CALLS - 10, CALLS));

        CallCursor begin = new CallCursor(
                CallCursor.Way.NEWER,
                whole.calls().getFirst().arrivedAt(),
                whole.calls().getFirst().id());
        CallPage before = log.search(new Query(filter, Optional.of(begin), 10));

        assertThat(before.calls()).isEmpty();
        assertThat(before.newer()).isEmpty();
        assertThat(ids(log.search(new Query(filter, before.older(), 10))))
                .isEqualTo(ids(whole).subList(0, 10));
    }

    @Test
    void aCountGoesNoFurtherThanAsked() {
        fill();

        assertThat(log.count(CallFilter.between(FROM, TO), CALLS)).isEqualTo(CALLS);
        assertThat(log.count(CallFilter.between(FROM, TO), CALLS - 1)).isEqualTo(CALLS - 1);
        assertThat(log.count(CallFilter.between(TO, TO.plusSeconds(1)), CALLS)).isZero();
    }
}
