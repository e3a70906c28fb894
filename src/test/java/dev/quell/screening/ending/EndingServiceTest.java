package dev.quell.screening.ending;

import static dev.quell.testing.CallBuilder.aCall;
import static dev.quell.testing.EndBuilder.anEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.TalkMonitor;
import dev.quell.call.TalkReport;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.screening.Endings;
import dev.quell.screening.FailOpens;
import dev.quell.screening.ScreeningSettings;
import dev.quell.testing.CallCentre;
import dev.quell.testing.MovingClock;
import dev.quell.testing.ShippedSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;
import org.springframework.beans.factory.ObjectProvider;

class EndingServiceTest {

    private static final Instant END = Instant.parse("2026-11-20T08:01:00Z");
    private static final CallerNumber TOLD = new CallerNumber.E164("+8613700137000");
    private static final TalkReport QUIET = new TalkReport(true, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final CallJournal journal = Mockito.mock(CallJournal.class);
    private final TalkMonitor monitor = Mockito.mock(TalkMonitor.class);
    private final Hindsight hindsight = Mockito.mock(Hindsight.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<CallConcluded> told = new ArrayList<>();
    private final MovingClock clock = new MovingClock(END);
    private final Endings endings = new EndingService(
            journal,
            new Provided(monitor),
            ShippedSettings.of("quell.screening", ScreeningSettings.class),
            hindsight,
            new FailOpens(meters, Clock.systemUTC()),
            event -> told.add((CallConcluded) event),
            clock);

    private CallCentre centre;
    private CallScreened screened;

    @BeforeEach
    void aScreenedCall() {
        centre = CallCentre.open();
        screened = centre.screens(aCall());
        Mockito.when(journal.find(screened.token())).thenReturn(Optional.of(screened));
        Mockito.when(journal.concluded(Mockito.any())).thenReturn(CompletableFuture.completedFuture(true));
        Mockito.when(monitor.conclude(Mockito.any(), Mockito.any()))
                .thenReturn(CompletableFuture.completedFuture(QUIET));
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void writesDownWhatTheCallWasAndTells() {
        assertThat(end()).isTrue();

        CallConcluded concluded = written();
        assertThat(concluded.outcome()).isEqualTo(CallOutcome.SILENT);
        assertThat(concluded.caller()).isEqualTo(screened.call().caller());
        assertThat(concluded.line()).isEqualTo("4001");
        assertThat(concluded.trunk()).isEqualTo("carrier");
        assertThat(concluded.screened()).contains(screened);
        assertThat(told).containsExactly(concluded);
    }

    @Test
    void aSecondTellingIsTakenAndToldNobody() {
        Mockito.when(journal.concluded(Mockito.any())).thenReturn(CompletableFuture.completedFuture(false));

        assertThat(end()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void anUnscreenedCallIsWhatTheDialplanTold() {
        boolean durable = endings.ended(anEnd().way("UNSCREENED_GUARD").at(END), TOLD, "4009", "backup");

        assertThat(durable).isTrue();
        CallConcluded concluded = written();
        assertThat(concluded.caller()).isEqualTo(TOLD);
        assertThat(concluded.line()).isEqualTo("4009");
        assertThat(concluded.trunk()).isEqualTo("backup");
        assertThat(concluded.screened()).isEmpty();
        assertThat(concluded.outcome()).isEqualTo(CallOutcome.UNKNOWN);
        assertThat(concluded.because()).isEqualTo("talk detection was off");
    }

    @Test
    void theTokenOfAnotherCallProvesNothing() {
        CallId other = new CallId("pbx", "1763899999.1");

        endings.ended(anEnd().of(screened).id(other).at(END), TOLD, "4009", "backup");

        assertThat(written().screened()).isEmpty();
        assertThat(written().caller()).isEqualTo(TOLD);
    }

    @Test
    void anEndWithAnUnknownTokenIsSentToAnotherInstanceForADay() {
        clock.advance(EndingService.TOKEN_WAIT.minusNanos(1));
        assertThat(endings.ended(anEnd().token(new CallToken("z".repeat(26))).at(END), TOLD, "4009", "backup"))
                .isFalse();
        Mockito.verify(journal, Mockito.never()).concluded(Mockito.any());
    }

    @Test
    void anUnknownTokenMakesAnUnscreenedCallAfterADay() {
        clock.advance(EndingService.TOKEN_WAIT);
        endings.ended(anEnd().token(new CallToken("z".repeat(26))).at(END), TOLD, "4009", "backup");

        assertThat(written().screened()).isEmpty();
    }

    @Nested
    class FailsSoftly {

        @Test
        void whatWasHeardIsLateSoSilenceCountsForNothing() {
            Mockito.when(monitor.conclude(Mockito.any(), Mockito.any())).thenReturn(new CompletableFuture<>());

            assertThat(end()).isTrue();
            assertThat(written().outcome()).isEqualTo(CallOutcome.UNKNOWN);
            assertThat(written().talk()).isEqualTo(TalkReport.UNKNOWN);
        }

        @Test
        void theMonitorFailsSoSilenceCountsForNothing() {
            Mockito.when(monitor.conclude(Mockito.any(), Mockito.any()))
                    .thenReturn(CompletableFuture.failedFuture(new IllegalStateException("gone")));

            assertThat(end()).isTrue();
            assertThat(written().outcome()).isEqualTo(CallOutcome.UNKNOWN);
        }

        @Test
        void theJournalFailsSoTheDialplanTellsAgain() {
            Mockito.when(journal.concluded(Mockito.any()))
                    .thenReturn(CompletableFuture.failedFuture(new IllegalStateException("disk full")));

            assertThat(end()).isFalse();
            assertThat(told).isEmpty();
            assertThat(meters.counter("quell.failopen", "reason", "ended").count())
                    .isEqualTo(1);
        }

        @Test
        void aRowThatBecomesDurableAfterTheAnswerIsToldOnce() {
            CompletableFuture<Boolean> slow = new CompletableFuture<>();
            Mockito.when(journal.concluded(Mockito.any())).thenReturn(slow);

            assertThat(end()).isFalse();
            assertThat(told).isEmpty();
            slow.complete(true);

            Awaitility.await().untilAsserted(() -> assertThat(told).hasSize(1));
        }
    }

    private boolean end() {
        return endings.ended(anEnd().of(screened).by(HangupSide.OTHER).at(END), TOLD, "told-line", "told-trunk");
    }

    private CallConcluded written() {
        ArgumentCaptor<CallConcluded> written = ArgumentCaptor.forClass(CallConcluded.class);
        Mockito.verify(journal).concluded(written.capture());
        return written.getValue();
    }

    /** Gives what it is given. */
    private record Provided(TalkMonitor monitor) implements ObjectProvider<TalkMonitor> {
        @Override
        public TalkMonitor getObject() {
            return monitor;
        }
    }
}
