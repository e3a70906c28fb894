package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.incoming.IncomingCalls;
import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallSettings;
import dev.quell.call.CallSettings.DefaultLine;
import dev.quell.call.CallSettings.LineSettings;
import dev.quell.call.CallSettings.PriorityPolicy;
import dev.quell.call.CallSettings.TrunkSettings;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.CaseNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Lines;
import dev.quell.call.NumberReader;
import dev.quell.call.Profile;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallScreened;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Things that several tests of this package need. */
final class Bench {

    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final CallToken TOKEN = new CallToken("abcdefghijklmnopqrstuvwxyz");

    private Bench() {}

    static CallSettings callSettings() {
        return new CallSettings(
                "CN",
                Set.of(),
                Set.of(),
                Map.of("sip-provider", new TrunkSettings(true, PriorityPolicy.BELIEVED)),
                Map.of(
                        "crisis",
                        new LineSettings(
                                List.of("12355"), Profile.PROTECTED, ListenPolicy.NEVER, BlockedPolicy.REJECT)),
                new DefaultLine(Profile.STANDARD, ListenPolicy.SUSPECTS, BlockedPolicy.DETER));
    }

    static IncomingCalls incomingCalls() {
        CallSettings settings = callSettings();
        return new IncomingCalls(
                settings, new Lines(settings), new NumberReader(settings), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static CallScreened screened(IncomingCall call, Action action, int talkThreshold, String label) {
        Verdict verdict = new Verdict(action, CallClass.SILENT, 0.9, List.of(), "score", "test");
        return new CallScreened(
                call,
                TOKEN,
                new CaseNumber("00420815"),
                verdict,
                action,
                "enforce",
                talkThreshold,
                false,
                label,
                Duration.ofMillis(1));
    }

    static IncomingCall call(Line line) {
        return new IncomingCall(
                new CallId("pbx", "1795338360.3"),
                "PJSIP/trunk-00000001",
                new CallerNumber.E164("+8613800138000"),
                "",
                Optional.empty(),
                Attestation.NONE,
                "trunk",
                false,
                line,
                Fingerprint.UNKNOWN,
                false,
                false,
                "en",
                NOW);
    }
}
