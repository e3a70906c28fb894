package dev.quell.asterisk.agi.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.RefusedException;
import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallSettings;
import dev.quell.call.CallSettings.DefaultLine;
import dev.quell.call.CallSettings.LineSettings;
import dev.quell.call.CallSettings.PriorityPolicy;
import dev.quell.call.CallSettings.TrunkSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.Lines;
import dev.quell.call.NumberReader;
import dev.quell.call.Profile;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingCallsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final CallSettings SETTINGS = new CallSettings(
            "CN",
            Set.of(),
            Set.of(),
            Map.of("sip-provider", new TrunkSettings(true, PriorityPolicy.BELIEVED)),
            Map.of(
                    "crisis",
                    new LineSettings(
                            List.of("12355"), Profile.PROTECTED, Line.ListenPolicy.NEVER, Line.BlockedPolicy.REJECT)),
            new DefaultLine(Profile.STANDARD, Line.ListenPolicy.SUSPECTS, Line.BlockedPolicy.DETER));

    private final IncomingCalls calls = new IncomingCalls(
            SETTINGS, new Lines(SETTINGS), new NumberReader(SETTINGS), Clock.fixed(NOW, ZoneOffset.UTC));

    private IncomingCall call(String... keysAndValues) throws RefusedException {
        Map<String, String> values = new HashMap<>(Map.of("srv", "pbx", "id", "1763.4", "ch", "PJSIP/trunk-1"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return calls.of(new Arguments(values));
    }

    @Test
    void everyArgumentFindsItsPlace() throws RefusedException {
        assertThat(call(
                        "line", "12355",
                        "trunk", "sip-provider",
                        "num", "13800138000",
                        "name", "王\u202e小明",
                        "pres", "allowed_not_screened",
                        "lang", "zh",
                        "codec", "alaw",
                        "ua", "sandbox phone",
                        "from", "<sip:13800138000@127.0.0.1>;tag=1",
                        "pai", "<sip:+8613900139000@sip.example.org>",
                        "div", "1",
                        "prio", "psap-callback",
                        "stir", "A:success",
                        "src", "127.0.0.1:5060"))
                .isEqualTo(new IncomingCall(
                        new CallId("pbx", "1763.4"),
                        "PJSIP/trunk-1",
                        new CallerNumber.E164("+8613800138000"),
                        "王小明",
                        Optional.of(new CallerNumber.E164("+8613900139000")),
                        Attestation.A,
                        "sip-provider",
                        true,
                        new Line(
                                "12355",
                                "crisis",
                                Profile.PROTECTED,
                                Line.ListenPolicy.NEVER,
                                Line.BlockedPolicy.REJECT),
                        new Fingerprint("127.0.0.1", "sandbox phone", "alaw"),
                        true,
                        true,
                        "zh",
                        NOW));
    }

    @Test
    void theRequiredArgumentsAloneMakeAWithheldCallOfAnUnknownTrunk() throws RefusedException {
        IncomingCall call = call();

        assertThat(call.caller()).isEqualTo(new CallerNumber.Withheld());
        assertThat(call.trunk()).isEqualTo("unknown");
        assertThat(call.trunkTrusted()).isFalse();
        assertThat(call.asserted()).isEmpty();
        assertThat(call.line()).isEqualTo(Line.standard(""));
        assertThat(call.attestation()).isEqualTo(Attestation.NONE);
        assertThat(call.fingerprint()).isEqualTo(Fingerprint.UNKNOWN);
        assertThat(call.arrivedAt()).isEqualTo(NOW);
    }

    @Test
    void aProhibitedNumberIsWithheldThoughItIsThere() throws RefusedException {
        assertThat(call("num", "13800138000", "pres", "prohib_passed_screen").caller())
                .isEqualTo(new CallerNumber.Withheld());
    }

    @Test
    void anAssertedIdentityOfAnUntrustedTrunkIsNotBelieved() throws RefusedException {
        assertThat(call("trunk", "stranger", "pai", "<sip:+8613900139000@x.org>")
                        .asserted())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<sip:sip.example.org>", "rubbish"})
    void anAssertedIdentityWithoutANumberIsNone(String header) throws RefusedException {
        assertThat(call("trunk", "sip-provider", "pai", header).asserted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "none, NONE",
        "'', NONE",
        "A:success, A",
        "B:success, B",
        "C:success, C",
        "A:Verification_passed, A",
        "A:signature_validation, FAILED",
        "A:cid_orig_tn_mismatch, FAILED",
        "A:Signature_failed, FAILED",
        "A:disabled, NONE",
        "A:cert_cache_miss, NONE",
        "A:, NONE",
        "AB:success, NONE",
        "D:success, NONE",
    })
    void onlyAVerificationThatSucceededGivesItsLetter(String stir, Attestation attestation) throws RefusedException {
        assertThat(call("stir", stir).attestation()).isEqualTo(attestation);
    }

    @ParameterizedTest
    @CsvSource({
        "psap-callback, true",
        "' PSAP-Callback ', true",
        "emergency, true",
        "urgent, false",
        "'', false",
        "psap-callback2, false"
    })
    void onlyTwoPrioritiesMarkACallBack(String priority, boolean callback) throws RefusedException {
        assertThat(call("prio", priority).callback()).isEqualTo(callback);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "'', false", "yes, false"})
    void onlyOneMeansForwarded(String div, boolean forwarded) throws RefusedException {
        assertThat(call("div", div).forwarded()).isEqualTo(forwarded);
    }

    @Test
    void aLinkedIdOutsideItsAlphabetIsRefused() {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> call("id", "1/2"));
    }
}
