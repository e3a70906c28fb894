package dev.quell.storage;

import dev.quell.call.Attestation;
import dev.quell.call.CallEnded;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.CaseNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Profile;
import dev.quell.call.TalkReport;
import dev.quell.call.WayStep;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Family;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Calls for tests, every field of them set to something that is not its default. */
public final class Calls {

    /** When they arrive, unless said otherwise. */
    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00.123Z");

    /** Who calls, unless said otherwise. */
    public static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");

    private Calls() {}

    /** The id of the n-th call. */
    public static CallId id(int n) {
        return new CallId("pbx", "1763800000." + n);
    }

    /** The token of the n-th call. */
    public static CallToken token(int n) {
        StringBuilder value = new StringBuilder();
        for (int rest = n; rest > 0; rest /= 26) {
            value.append((char) ('a' + rest % 26));
        }
        return new CallToken((value + "a".repeat(26)).substring(0, 26));
    }

    /** The n-th call, from {@link #CALLER}, at {@link #NOW}. */
    public static IncomingCall incoming(int n) {
        return incoming(n, CALLER, NOW);
    }

    public static IncomingCall incoming(int n, CallerNumber caller, Instant at) {
        return incoming(n, caller, at, "张三");
    }

    public static IncomingCall incoming(int n, CallerNumber caller, Instant at, String name) {
        return new IncomingCall(
                id(n),
                "PJSIP/sip-provider-0000000" + n,
                caller,
                name,
                Optional.of(new CallerNumber.Internal("8001")),
                Attestation.B,
                "sip-provider",
                true,
                new Line("12345", "service", Profile.STANDARD, ListenPolicy.ALWAYS, BlockedPolicy.REJECT),
                new Fingerprint("198.51.100.7", "Dialler/2.1", "alaw"),
                true,
                true,
                "zh",
                at);
    }

    /** A verdict with two symbols. */
    public static Verdict verdict(Action action, CallClass callClass) {
        return new Verdict(
                action,
                callClass,
                0.8125,
                List.of(
                        new Symbol("SILENT_STREAK", Family.OUTCOME, 1.2, 1.2, new Seen(5, 0)),
                        new Symbol("SILENT_RATE", Family.OUTCOME, 1.5, 0.45, new Seen(5, 5))),
                "score",
                "1");
    }

    public static CallScreened screened(int n) {
        return screened(n, incoming(n), verdict(Action.DETER, CallClass.SILENT));
    }

    public static CallScreened screened(int n, IncomingCall call, Verdict verdict) {
        return new CallScreened(
                call,
                token(n),
                new CaseNumber(String.format(Locale.ROOT, "%08d", n)),
                verdict,
                verdict.action(),
                "enforce",
                128,
                true,
                "quell-81",
                Duration.ofNanos(1_234_567));
    }

    /** The n-th call as another instance screened it, with a token, a case number and a verdict of its own. */
    public static CallScreened elsewhere(int n) {
        return new CallScreened(
                incoming(n, CALLER, NOW.plusSeconds(1)),
                token(500 + n),
                new CaseNumber(String.format(Locale.ROOT, "%08d", 500 + n)),
                verdict(Action.CHALLENGE, CallClass.ROBOCALL),
                Action.CHALLENGE,
                "holdout",
                0,
                false,
                "quell-50",
                Duration.ofNanos(7_654_321));
    }

    /** The end of the n-th call, a minute after {@link #NOW}. */
    public static CallEnded ended(int n, List<WayStep> way) {
        return ended(n, way, NOW.plusSeconds(60));
    }

    public static CallEnded ended(int n, List<WayStep> way, Instant at) {
        return new CallEnded(
                id(n),
                Optional.of(token(n)),
                "PJSIP/sip-provider-0000000" + n,
                way,
                Duration.ofSeconds(41),
                Optional.of(Duration.ofSeconds(20)),
                HangupSide.CALLER,
                16,
                OptionalLong.of(2050),
                "support",
                "PJSIP/1001",
                at);
    }

    /** What {@link #concluded} knows better than the verdict. */
    public static Verdict hindsight() {
        return verdict(Action.CHALLENGE, CallClass.ROBOCALL);
    }

    /** The screened call's end as concluded. */
    public static CallConcluded concluded(CallScreened screened, CallOutcome outcome) {
        int n = Integer.parseInt(screened.call().id().linkedId().substring(11));
        return new CallConcluded(
                ended(
                        n,
                        List.of(WayStep.LISTEN, WayStep.RELEASE),
                        screened.call().arrivedAt().plusSeconds(60)),
                screened.call().caller(),
                screened.call().line().number(),
                screened.call().trunk(),
                new TalkReport(true, Duration.ofMillis(350), Duration.ofMillis(200), Duration.ZERO),
                outcome,
                "no speech in 20 s with an agent",
                Optional.of(screened),
                Optional.of(hindsight()));
    }

    /** The end of a call that was never screened. */
    public static CallConcluded unscreened(int n, CallerNumber caller, Instant endedAt) {
        return new CallConcluded(
                ended(n, List.of(WayStep.UNSCREENED_GUARD), endedAt),
                caller,
                "12345",
                "sip-provider",
                TalkReport.UNKNOWN,
                CallOutcome.UNKNOWN,
                "nobody listened",
                Optional.empty());
    }
}
