package dev.quell.bench.log;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallFilter.Score;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallLog.Query;
import dev.quell.calllog.CallerFilter;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Ranking;
import dev.quell.report.Counters.Word;
import dev.quell.report.SourceCount;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the console's pages ask of a log of 90 days, by name; the number tells apart the rounds, so that not each asks for the same. */
final class Questions {

    /** One page's questions. */
    interface Page {
        void ask(int round);
    }

    private static final int PAGE = 50;
    private static final int COUNTED = 1_001;

    private final CallLog log;
    private final Counters counters;
    private final Instant end;
    private final Map<String, Page> pages = new LinkedHashMap<>();

    /** @param end when the newest call arrived */
    Questions(CallLog log, Counters counters, Instant end) {
        this.log = log;
        this.counters = counters;
        this.end = end;
        calls();
        several();
        previews();
        sources();
        now();
    }

    Map<String, Page> pages() {
        return pages;
    }

    private void filter(String name, UnaryOperator<CallFilter.Builder> filter) {
        pages.put(
                "calls: " + name,
                round -> page(filter.apply(CallFilter.builder(begin(), end.plusSeconds(1)))
                        .build()));
    }

    private void page(CallFilter filter) {
        log.search(new Query(filter, Optional.empty(), PAGE));
        log.count(filter, COUNTED);
    }

    private Instant begin() {
        return end.minus(Duration.ofDays(MadeUpLog.DAYS));
    }

    private void calls() {
        filter("no filter", each -> each);
        pages.put(
                "calls: one day a month ago",
                round -> page(CallFilter.between(
                        end.minus(Duration.ofDays(30 + round % 9)), end.minus(Duration.ofDays(29 + round % 9)))));
        filter("a number, heavy", each -> each.caller(exact("+8617000047514")));
        filter("a number, one call", each -> each.caller(exact("+8613912345678")));
        filter("withheld", each -> each.caller(new CallerFilter.Exact(new CallerNumber.Withheld())));
        filter("prefix of 200 numbers", each -> each.caller(new CallerFilter.Prefix("+8613912345")));
        filter("prefix of 3 % of the calls", each -> each.caller(new CallerFilter.Prefix("+86170")));
        filter("prefix of most calls", each -> each.caller(new CallerFilter.Prefix("+861")));
        filter("class silent", each -> each.callClass(CallClass.SILENT));
        filter("class abusive, rare", each -> each.callClass(CallClass.ABUSIVE));
        filter("class flood, none", each -> each.callClass(CallClass.FLOOD));
        filter("class normal", each -> each.callClass(CallClass.NORMAL));
        filter("action deter", each -> each.action(Action.DETER));
        filter("applied listen", each -> each.applied(Action.LISTEN));
        filter("line, busy", each -> each.line("07556001000"));
        filter("line, quiet", each -> each.line("07556001039"));
        filter("line, none", each -> each.line("1"));
        filter("trunk, busy", each -> each.trunk("carrier-a"));
        filter("trunk, backup", each -> each.trunk("backup"));
        filter("agent", each -> each.agent("PJSIP/1160"));
        filter("score from 0.9", each -> each.score(new Score(0.9, 1)));
        filter("score 0.55 to 0.56", each -> each.score(new Score(0.55, 0.56)));
        filter("score 0.30 to 0.31", each -> each.score(new Score(0.3, 0.31)));
        filter("outcome noise", each -> each.outcome(CallOutcome.NOISE));
        filter("outcome no media", each -> each.outcome(CallOutcome.NO_MEDIA));
        filter("outcome good talk", each -> each.outcome(CallOutcome.GOOD_TALK));
        filter("outcome unknown", each -> each.outcome(CallOutcome.UNKNOWN));
        filter("case number", each -> each.caseNumber("00123456"));
    }

    /** What an entry for them would have met, asked when the counters have all calls but those of the last quarter of an hour. */
    private void previews() {
        preview("range of a million numbers, many calls", new CallerFilter.Range("+8617000000000", "+8617000999999"));
        preview("range of a million numbers", new CallerFilter.Range("+8613912000000", "+8613912999999"));
        preview("prefix of 3 % of the calls", new CallerFilter.Prefix("+86170"));
        preview("prefix of a quarter of the calls", new CallerFilter.Prefix("+8613"));
        preview("range of 100,000 numbers", new CallerFilter.Range("+8613912000000", "+8613912099999"));
        preview("withheld", new CallerFilter.Exact(new CallerNumber.Withheld()));
    }

    private void preview(String name, CallerFilter callers) {
        pages.put(
                "preview: " + name,
                round -> log.totals(callers, end.minus(Duration.ofDays(30 + round % 5)), end.plus(Duration.ofDays(1))));
    }

    private void several() {
        filter("line, busy, and class silent", each -> each.line("07556001000").callClass(CallClass.SILENT));
        filter(
                "line, quiet, and class abusive",
                each -> each.line("07556001039").callClass(CallClass.ABUSIVE));
        filter("trunk backup and outcome noise", each -> each.trunk("backup").outcome(CallOutcome.NOISE));
        filter(
                "agent and outcome silent, none",
                each -> each.agent("PJSIP/1160").outcome(CallOutcome.SILENT));
        filter("line and agent", each -> each.line("07556001039").agent("PJSIP/1160"));
        filter(
                "score from 0.9 and good talk",
                each -> each.score(new Score(0.9, 1)).outcome(CallOutcome.GOOD_TALK));
        filter(
                "prefix of 3 % and class abusive",
                each -> each.caller(new CallerFilter.Prefix("+86170")).callClass(CallClass.ABUSIVE));
        filter(
                "class normal and action deter, none",
                each -> each.callClass(CallClass.NORMAL).action(Action.DETER));
    }

    private static CallerFilter exact(String number) {
        return new CallerFilter.Exact(new CallerNumber.E164(number));
    }

    /** Days begin at midnight in the site's zone. */
    private Instant midnight(int daysAgo) {
        return end.atZone(MadeUpLog.ZONE)
                .truncatedTo(ChronoUnit.DAYS)
                .minusDays(daysAgo)
                .toInstant();
    }

    private void sources() {
        for (int days : new int[] {1, 7, 30, 89}) {
            for (Ranking by : Ranking.values()) {
                pages.put(
                        "sources: top 50 by " + by + ", " + days + " days",
                        round -> counters.top(by, midnight(days + round % 2), midnight(round % 2), 50));
            }
        }
        CallerNumber heavy = new CallerNumber.E164("+8617000047514");
        pages.put("source: heat map and trend, 90 days", round -> counters.source(heavy, begin(), end));
        pages.put(
                "source: the withheld, 3 % of all, 90 days",
                round -> {
                    counters.source(new CallerNumber.Withheld(), begin(), end);
                    counters.sources(List.of(new CallerNumber.Withheld()), Word.LINE, begin(), end);
                });
        pages.put(
                "sources: top 50 of a prefix, 30 days, and their lines",
                round -> counters.sources(
                        counters
                                .top(Ranking.NUISANCE, "+86170", midnight(30 + round % 5), midnight(round % 5), 50)
                                .stream()
                                .map(SourceCount::caller)
                                .toList(),
                        Word.LINE,
                        midnight(30),
                        midnight(0)));
        pages.put(
                "reports: hours by class, 7 days",
                round -> counters.hours(Word.CLASS, midnight(7 + round % 5), midnight(round % 5)));
        pages.put(
                "reports: hours by outcome, 89 days", round -> counters.hours(Word.OUTCOME, midnight(89), midnight(0)));
        pages.put("reports: lines, 89 days", round -> counters.words(Word.LINE, midnight(89), midnight(0)));
    }

    private void now() {
        Instant hour = end.truncatedTo(ChronoUnit.HOURS);
        pages.put("now: verdicts a minute, 3 hours, and trunks, 24 hours", round -> {
            counters.minutes(end.minus(Duration.ofHours(3)), end);
            counters.words(Word.TRUNK, hour.minus(Duration.ofHours(24)), hour.plus(Duration.ofHours(1)));
        });
    }
}
