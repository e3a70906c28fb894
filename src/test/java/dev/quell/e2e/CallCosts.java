package dev.quell.e2e;

import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.phone.Desk;
import dev.quell.e2e.phone.Dial;
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
 */
final class CallCosts implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String SCREENED = "491";
    private static final String NOT_SCREENED = "492";

    /** What a site does with its calls; the digit is the last of the line's number. */
    private enum Site {
        BARE(0, "a bare queue"),
        TRANSFERRING(1, "agents may transfer"),
        RECORDING(2, "every call recorded");

        private final int digit;
        private final String words;

        Site(int digit, String words) {
            this.digit = digit;
            this.words = words;
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
        run(Site.BARE, 5, 5, Duration.ofSeconds(2));
    }

    /** The figures in Markdown; if it is to be quick, of calls of 20 seconds alone. */
    List<String> lines(boolean quick) {
        List<String> lines = new ArrayList<>();
        lines.add("| a call with sound both ways | at a site with | Asterisk's CPU without Quell | with | ratio |");
        lines.add("|---|---|---|---|---|");
        for (Site site : Site.values()) {
            lines.add(run(site, 40, 4, SHORT));
        }
        if (!quick) {
            for (Site site : Site.values()) {
                lines.add(run(site, 40, 4, USUAL));
            }
            lines.add(run(Site.BARE, 20, 4, LONG));
        }
        screening.rx("dialplan set global QUELL_CODES no");
        lines.add(run(Site.BARE, 40, 4, quick ? SHORT : USUAL).replace("queue", "queue, no codes"));
        return lines;
    }

    /** The same calls at both at once, and what they cost each. */
    private String run(Site site, int calls, int perSecond, Duration length) {
        Duration with = screening.cpu();
        Duration without = plain.cpu();
        try (Crowd one = place(screening, SCREENED + site.digit, calls, perSecond, length);
                Crowd other = place(plain, NOT_SCREENED + site.digit, calls, perSecond, length)) {
            one.dispersed(PATIENCE);
            other.dispersed(PATIENCE);
            await("all calls are over")
                    .atMost(PATIENCE)
                    .until(() ->
                            screening.channels().isEmpty() && plain.channels().isEmpty());
        }
        double screened = screening.cpu().minus(with).toNanos() / 1e6 / calls;
        double bare = plain.cpu().minus(without).toNanos() / 1e6 / calls;
        return String.format(
                Locale.ROOT,
                "| %d s | %s | %.1f ms | %.1f ms | %.2f |",
                length.toSeconds(),
                site.words,
                bare,
                screened,
                bare / screened);
    }

    private static Crowd place(AsteriskUnderTest asterisk, String line, int calls, int perSecond, Duration length) {
        return length.isZero()
                ? new Crowd("1365", line, calls, perSecond, Dial.TRUNK, asterisk.sipPort())
                : Crowd.talking("1365", line, calls, perSecond, asterisk.sipPort(), length);
    }

    @Override
    public void close() {
        desks.forEach(Desk::close);
        quell.close();
        screening.close();
        plain.close();
    }
}
