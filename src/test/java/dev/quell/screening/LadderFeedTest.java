package dev.quell.screening;

import static dev.quell.testing.CallBuilder.aCall;
import static dev.quell.testing.EndBuilder.anEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.quell.blocklist.FingerprintShare;
import dev.quell.blocklist.Strikes;
import dev.quell.call.Attestation;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.CaseNumber;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Profile;
import dev.quell.call.TalkReport;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import dev.quell.traffic.Traffic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderFeedTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");

    private final Strikes strikes = mock(Strikes.class);
    private final Traffic traffic = mock(Traffic.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Runnable> later = new ArrayList<>();
    private final LadderFeed feed = new LadderFeed(
            mock(FingerprintShare.class), strikes, traffic, new FailOpens(meters, Clock.systemUTC()), later::add);

    @ParameterizedTest
    @CsvSource({
        "PASS, SILENT, A",
        "PASS-FLAG-DETER-LEFT, UNKNOWN, A",
        "PASS, SPOKE, NONE",
        "PASS, SHORT, NONE",
        "PASS, UNKNOWN, NONE"
    })
    void aSignatureCountsOnlyForTheCallsOwnDeed(String way, CallOutcome outcome, Attestation counts) {
        conclude(aCall().attested(Attestation.A).at(NOW), way, outcome);

        verify(strikes).consider(CALLER, counts, outcome);
    }

    @Test
    void excusedCallsMoveNobodyUpAndAGoodTalkStillLifts() {
        when(traffic.excuses(any(), any(), any(), any())).thenReturn(true);

        conclude(aCall().at(NOW), "PASS", CallOutcome.SILENT);
        verifyNoInteractions(strikes);

        conclude(aCall().at(NOW), "PASS", CallOutcome.GOOD_TALK);
        verify(strikes).consider(CALLER, Attestation.NONE, CallOutcome.GOOD_TALK);
    }

    @Test
    void callsToProtectedLinesMoveNobodyUp() {
        conclude(
                aCall().to(new Line("12355", "crisis", Profile.PROTECTED, ListenPolicy.SUSPECTS, BlockedPolicy.DETER))
                        .at(NOW),
                "PASS",
                CallOutcome.SILENT);

        verifyNoInteractions(strikes);
    }

    @Test
    void aStrikeThatFailsIsConsideredOnceMore() {
        when(strikes.consider(CALLER, Attestation.NONE, CallOutcome.SILENT))
                .thenThrow(new IllegalStateException("all readers were busy"))
                .thenReturn(Optional.empty());

        conclude(aCall().at(NOW), "PASS", CallOutcome.SILENT);
        assertThat(later).hasSize(1);
        later.getFirst().run();

        verify(strikes, times(2)).consider(CALLER, Attestation.NONE, CallOutcome.SILENT);
        assertThat(lost()).isZero();
    }

    @Test
    void aStrikeThatFailsTwiceIsCountedAsLost() {
        when(strikes.consider(CALLER, Attestation.NONE, CallOutcome.SILENT))
                .thenThrow(new IllegalStateException("all readers were busy"));

        conclude(aCall().at(NOW), "PASS", CallOutcome.SILENT);
        assertThat(lost()).isZero();
        later.getFirst().run();

        assertThat(later).hasSize(1);
        assertThat(lost()).isEqualTo(1);
    }

    private double lost() {
        return meters.counter("quell.failopen", "reason", "strikes").count();
    }

    private void conclude(IncomingCall call, String way, CallOutcome outcome) {
        CallScreened screened = new CallScreened(
                call,
                new CallToken("a".repeat(26)),
                new CaseNumber("00012345"),
                Verdict.pass("score", "r1-0a1b2c3d"),
                Action.PASS,
                "enforce",
                128,
                true,
                "",
                Duration.ZERO);
        feed.on(new CallConcluded(
                anEnd().of(screened).way(way).at(NOW),
                CALLER,
                "4001",
                "carrier",
                TalkReport.UNKNOWN,
                outcome,
                "so the test says",
                Optional.of(screened)));
    }
}
