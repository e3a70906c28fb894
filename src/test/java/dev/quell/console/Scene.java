package dev.quell.console;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.Attestation;
import dev.quell.call.CallEnded;
import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.screening.CallScreened;
import dev.quell.screening.Endings;
import dev.quell.screening.Screening;
import dev.quell.testing.EndBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;

/** A log with ordinary callers, silent ones and hostile texts; made once a service. */
@TestComponent
class Scene {
    /** What callers call themselves to do harm: markup, quotes, another direction, formulas, templates. */
    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "\u202Egnp.exe\u202C",
            "=HYPERLINK(\"http://198.51.100.1\",\"x\")",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "${7*7} #{7*7} [[${7*7}]] __${7*7}__",
            "]]><!--<svg/onload=alert(1)>",
            "王\u200B小\u200D明",
            "W".repeat(80));

    static final String SILENT = "+8613900000001";
    static final String BLOCKED = "+8613900000002";
    static final String ALLOWED = "+8613900000003";

    private static final int TRIES = 30;

    private final Screening screening;
    private final Endings endings;
    private final BlockListService lists;
    private final Clock clock;
    private int serial;
    private boolean made;

    Scene(Screening screening, Endings endings, BlockListService lists, Clock clock) {
        this.screening = screening;
        this.endings = endings;
        this.lists = lists;
        this.clock = clock;
    }

    synchronized void make() {
        if (made) {
            return;
        }
        made = true;
        for (int i = 0; i < 5; i++) {
            silent(SILENT);
        }
        block(BLOCKED, HOSTILE.getFirst());
        lists.add(ListKind.ALLOW, pattern(ALLOWED), "key customer, contract 4711", Optional.empty(), "li.na");
        screen(BLOCKED, "Win a car");
        ended(screen(ALLOWED, "Zhang Wei"));
        screen("withheld", "");
        screen("x:123", "no number");
        for (int i = 0; i < HOSTILE.size(); i++) {
            ended(screen("+86137000000" + (10 + i), HOSTILE.get(i)));
        }
        screen(SILENT, "Silent again");
    }

    void block(String number, String reason) {
        lists.add(
                ListKind.BLOCK,
                pattern(number),
                reason,
                Optional.of(clock.instant().plus(Duration.ofDays(3))),
                "li.na");
    }

    private static ListPattern pattern(String number) {
        return number.matches(".*[*-].*")
                ? ListPattern.parse(number)
                : new ListPattern.Exact(CallerNumber.ofKey(number));
    }

    void silent(String number) {
        CallScreened call = screen(number, "");
        end(
                call,
                EndBuilder.anEnd()
                        .of(call)
                        .way("LISTEN-RELEASE")
                        .answered(21)
                        .noAgent()
                        .at(clock.instant()));
    }

    private void ended(CallScreened call) {
        end(call, EndBuilder.anEnd().of(call).answered(95).withAgent(90).at(clock.instant()));
    }

    private void end(CallScreened call, CallEnded end) {
        boolean written = Stream.generate(() -> endings.ended(end, call.call().caller(), "4001", "carrier"))
                .limit(TRIES)
                .anyMatch(done -> done);
        if (!written) {
            throw new IllegalStateException("the end of " + call.call().id() + " is not in the log");
        }
    }

    /** Screens a call as the dialplan would ask for it; it is in the log afterwards. */
    CallScreened screen(String number, String name) {
        return screen(number, name, clock.instant());
    }

    /** The same of a call that arrived at a moment. */
    CallScreened screenAt(String number, Instant arrived) {
        return screen(number, "", arrived);
    }

    /** The same of a call that another switch asks about. */
    CallScreened screenOverRest(String number, String name) {
        return screen(number, name, IncomingCall.REST + "proxy", clock.instant());
    }

    private CallScreened screen(String number, String name, Instant arrived) {
        return screen(number, name, "PJSIP/carrier-", arrived);
    }

    private CallScreened screen(String number, String name, String channel, Instant arrived) {
        String id = "1763800000." + ++serial;
        IncomingCall call = new IncomingCall(
                new CallId("pbx", id),
                channel + id,
                CallerNumber.ofKey(number),
                name,
                Optional.empty(),
                Attestation.NONE,
                "carrier",
                true,
                Line.standard("4001"),
                new Fingerprint("sip.example.net", "Phone/1.0", "alaw"),
                false,
                false,
                "zh",
                arrived);
        // On a disk that is busy a call passes unscreened; here it comes again as the same call.
        CallScreened screened = Stream.generate(() -> screening.screen(call))
                .limit(TRIES)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        screening.tell(screened);
        return screened;
    }
}
