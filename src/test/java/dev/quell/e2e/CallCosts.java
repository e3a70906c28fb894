package dev.quell.e2e;

import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.phone.Desk;
import dev.quell.e2e.server.AsteriskUnderTest;
import dev.quell.e2e.server.QuellUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a call costs two Asterisks that work side by side, one with Quell and one without any of it: no dialplan step, no manager connection. Both get the
 * same calls at the same time, with sound both ways, so that whatever else the machine does is the same for both.
 *
 * <p>How many calls a second an Asterisk can do is the number of processors by the processor time of a call; the ratio of the two is the ratio of the times.
 * Calls of two lengths are measured; the cost of any other length follows from what a second more costs.
 */
final class CallCosts implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration BRIEF = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final List<Integer> RECKONED = List.of(60, 180);
    private static final int PER_SECOND = 5;
    private static final String SCREENED = "491";
    private static final String NOT_SCREENED = "492";

    /** What a site does with its calls. */
    private enum Kind {
        BARE(0, "a bare queue"),
        TRANSFERRING(1, "agents may transfer"),
        RECORDING(2, "every call recorded");

        /** The last digit of the line's number. */
        private final int digit;

        private final String words;

        Kind(int digit, String words) {
            this.digit = digit;
            this.words = words;
        }
    }

    /** Processor time of one call in milliseconds, of the Asterisk without Quell and of the one with. */
    private record Cost(double without, double with) {

        /** The cost of a call of so many seconds, by this one of {@link #SHORT} and another one of {@link #BRIEF}. */
        Cost reckoned(Cost brief, int seconds) {
            double more =
                    (double) (seconds - SHORT.toSeconds()) / SHORT.minus(BRIEF).toSeconds();
            return new Cost(without + more * (without - brief.without), with + more * (with - brief.with));
        }

        String row(String site, String length) {
            return String.format(
                    Locale.ROOT, "| %s | %s | %.1f ms | %.1f ms | %.2f |", site, length, without, with, without / with);
        }
    }

    private final QuellUnderTest quell;
    private final AsteriskUnderTest screening;
    private final AsteriskUnderTest plain;
    private final List<Desk> desks = new ArrayList<>();

    CallCosts() {
        quell = QuellUnderTest.prepare(Map.of("quell.screening.journal-wait", "1s"));
        screening = AsteriskUnderTest.start(1, quell.dialplan().on("pbx-1"));
        plain = AsteriskUnderTest.start(1, quell.dialplan().on("pbx-2"));
        quell.start(Map.of("pbx-1", screening.amiPort()));
        for (AsteriskUnderTest asterisk : List.of(screening, plain)) {
            asterisk.quiet();
            desks.add(new Desk(asterisk.phonePort("a00")));
            asterisk.rx("queue add member PJSIP/a00 to site-00");
            asterisk.rx("queue add member PJSIP/a00 to unscreened");
        }
        measured(Kind.BARE, 25, Duration.ofSeconds(2));
    }

    /** The figures in Markdown; if it is to be quick, of fewer calls. */
    List<String> lines(boolean quick) {
        int calls = quick ? 30 : 80;
        List<String> lines = new ArrayList<>();
        lines.add("| at a site with | a call of | Asterisk's CPU without Quell | with | ratio |");
        lines.add("|---|---|---|---|---|");
        for (Kind kind : Kind.values()) {
            lines.addAll(rows(kind, kind.words, calls));
        }
        screening.rx("dialplan set global QUELL_CODES no");
        lines.addAll(rows(Kind.BARE, Kind.BARE.words + ", `QUELL_CODES=no`", calls));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Calls of %d s and %d s are measured, %d a second. The longer ones are reckoned: the call of %d s, and for each second more what the %d seconds"
                        + " between the two measured ones cost each, divided by %d.",
                BRIEF.toSeconds(),
                SHORT.toSeconds(),
                PER_SECOND,
                SHORT.toSeconds(),
                SHORT.minus(BRIEF).toSeconds(),
                SHORT.minus(BRIEF).toSeconds()));
        return lines;
    }

    private List<String> rows(Kind kind, String words, int calls) {
        Cost brief = measured(kind, calls, BRIEF);
        Cost usual = measured(kind, calls, SHORT);
        List<String> rows = new ArrayList<>();
        rows.add(brief.row(words, BRIEF.toSeconds() + " s"));
        rows.add(usual.row(words, SHORT.toSeconds() + " s"));
        RECKONED.forEach(seconds -> rows.add(usual.reckoned(brief, seconds).row(words, seconds + " s, reckoned")));
        return rows;
    }

    /** The same calls at both at once, and what one costs each. */
    private Cost measured(Kind kind, int calls, Duration length) {
        Duration with = screening.cpu();
        Duration without = plain.cpu();
        try (Crowd one = place(screening, SCREENED + kind.digit, calls, length);
                Crowd other = place(plain, NOT_SCREENED + kind.digit, calls, length)) {
            one.dispersed(PATIENCE);
            other.dispersed(PATIENCE);
            await("all calls are over")
                    .atMost(PATIENCE)
                    .until(() ->
                            screening.channels().isEmpty() && plain.channels().isEmpty());
        }
        return new Cost(
                plain.cpu().minus(without).toNanos() / 1e6 / calls,
                screening.cpu().minus(with).toNanos() / 1e6 / calls);
    }

    private static Crowd place(AsteriskUnderTest asterisk, String line, int calls, Duration length) {
        return Crowd.talking("1365", line, calls, PER_SECOND, asterisk.sipPort(), length);
    }

    @Override
    public void close() {
        desks.forEach(Desk::close);
        quell.close();
        screening.close();
        plain.close();
    }
}
