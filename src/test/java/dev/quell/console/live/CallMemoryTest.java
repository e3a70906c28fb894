package dev.quell.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallToken;
import dev.quell.call.CaseNumber;
import dev.quell.call.IncomingCall;
import dev.quell.call.TalkReport;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.screening.FailOpen;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.EndBuilder;
import dev.quell.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallMemoryTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final MovingClock clock = new MovingClock(NOON);
    private final CallJournal journal = mock(CallJournal.class);
    private final CallMemory memory = new CallMemory(journal, clock);

    private static CallScreened screened(IncomingCall call) {
        return new CallScreened(
                call,
                new CallToken("a".repeat(26)),
                new CaseNumber("12345678"),
                Verdict.pass("score", "r1"),
                Action.PASS,
                "enforce",
                128,
                true,
                "",
                Duration.ofMillis(1));
    }

    private static CallConcluded ended(CallScreened call, String way) {
        return new CallConcluded(
                EndBuilder.anEnd().of(call).way(way).at(NOON),
                call.call().caller(),
                "4001",
                "carrier",
                TalkReport.UNKNOWN,
                CallOutcome.UNKNOWN,
                "test",
                Optional.of(call));
    }

    @Test
    void aCallIsRememberedUntilItsEnd() {
        CallScreened call = screened(CallBuilder.aCall().at(NOON));
        memory.screened(call);

        assertThat(memory.living()).containsExactly(Met.of(call));
        memory.on(ended(call, "PASS"));
        assertThat(memory.living()).isEmpty();
        assertThat(memory.lastOf("PJSIP/1001").orElseThrow().ended().id())
                .isEqualTo(call.call().id());
        assertThat(memory.lastOf("PJSIP/1002")).isEmpty();
    }

    @Test
    void whatTheDialplanLetPassIsCountedByItsReason() {
        CallScreened call = screened(CallBuilder.aCall().at(NOON));
        memory.on(ended(call, "UNSCREENED_GUARD"));
        clock.advance(Duration.ofSeconds(3));
        memory.on(ended(call, "LISTEN-UNSCREENED_DIALOGUE"));
        memory.on(ended(call, "UNSCREENED_GUARD"));

        assertThat(memory.failOpens())
                .containsExactlyInAnyOrder(
                        new FailOpen("dialplan-guard", NOON.plusSeconds(3), 2),
                        new FailOpen("dialplan-dialogue", NOON.plusSeconds(3), 1));
    }

    @Test
    void aCallOfAnotherInstanceIsLookedUpOnce() {
        CallScreened call = screened(CallBuilder.aCall().at(NOON));
        CallId id = call.call().id();
        when(journal.find(id)).thenReturn(Optional.of(call));

        assertThat(memory.look().at(id)).contains(Met.of(call));
        assertThat(memory.look().at(id)).contains(Met.of(call));
        verify(journal, times(1)).find(id);
    }

    @Test
    void aCallThatNobodyKnowsIsAskedForAgainAfterTenSeconds() {
        CallId id = new CallId("pbx", "1.1");
        when(journal.find(id)).thenReturn(Optional.empty());

        assertThat(memory.look().at(id)).isEmpty();
        clock.advance(Duration.ofSeconds(9));
        assertThat(memory.look().at(id)).isEmpty();
        verify(journal, times(1)).find(id);
        clock.advance(Duration.ofSeconds(1));
        assertThat(memory.look().at(id)).isEmpty();
        verify(journal, times(2)).find(id);
    }

    @Test
    void aFailingDatabaseHidesVerdictsAndNothingElse() {
        CallId id = new CallId("pbx", "1.1");
        when(journal.find(id)).thenThrow(new IllegalStateException("away"));

        assertThat(memory.look().at(id)).isEmpty();
    }

    @Test
    void oneLookAsksForFiftyCallsAtMost() {
        CallMemory.Look look = memory.look();
        for (int i = 0; i < 60; i++) {
            assertThat(look.at(new CallId("pbx", "1." + i))).isEmpty();
        }

        verify(journal, times(50)).find(any(CallId.class));
    }
}
