package dev.quell.screening.ending;

import static dev.quell.testing.CallBuilder.aCall;
import static dev.quell.testing.EndBuilder.anEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.BlockList;
import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.TalkReport;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.Family;
import dev.quell.classifier.InCall;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.history.CallerHistory;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.screening.FailOpens;
import dev.quell.testing.CallCentre;
import dev.quell.testing.EndBuilder;
import dev.quell.traffic.Traffic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class HindsightTest {

    private static final Instant END = Instant.parse("2026-11-20T08:01:00Z");

    private CallCentre centre;
    private CallScreened screened;

    @BeforeEach
    void open() {
        centre = CallCentre.open();
        screened = centre.screens(aCall());
    }

    @AfterEach
    void close() {
        centre.close();
    }

    private CallConcluded concluded(EndBuilder end, TalkReport talk, CallOutcome outcome) {
        return new CallConcluded(
                end.of(screened).at(END),
                screened.call().caller(),
                "4001",
                "carrier",
                talk,
                outcome,
                "as the test says",
                Optional.of(screened));
    }

    private static TalkReport heard(boolean whole, long total, long current) {
        return new TalkReport(whole, Duration.ofMillis(total), Duration.ofMillis(total), Duration.ofMillis(current));
    }

    @Test
    void whatWasHeardIsWeighedBesideWhatWasKnownOnArrival() {
        Verdict verdict = centre.ends(screened, anEnd().way("LISTEN-RELEASE").noAgent())
                .hindsight()
                .orElseThrow();

        assertThat(names(screened.verdict())).doesNotContain("NO_SPEECH");
        assertThat(names(verdict)).contains("NO_SPEECH");
        assertThat(verdict.probability()).isGreaterThan(screened.verdict().probability());
    }

    @Test
    void callItselfIsNoPartOfItsOwnPast() {
        Verdict verdict = centre.ends(screened, anEnd()).hindsight().orElseThrow();

        assertThat(verdict.symbols())
                .filteredOn(symbol -> symbol.family() != Family.IN_CALL)
                .extracting(Symbol::name)
                .containsExactlyElementsOf(names(screened.verdict()));
    }

    private static List<String> names(Verdict verdict) {
        return verdict.symbols().stream().map(Symbol::name).toList();
    }

    @Nested
    class FailsSoftly {

        private final CallerHistory history = Mockito.mock(CallerHistory.class);
        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final Hindsight hindsight = new Hindsight(
                history,
                Mockito.mock(BlockList.class),
                new StaticListableBeanFactory().getBeanProvider(Traffic.class),
                Mockito.mock(Classifier.class),
                new FailOpens(meters, Clock.systemUTC()));

        @Test
        void unscreenedCallHasNone() {
            CallConcluded call = concluded(anEnd(), heard(true, 0, 0), CallOutcome.SILENT);
            CallConcluded unscreened = new CallConcluded(
                    call.ended(),
                    call.caller(),
                    call.line(),
                    call.trunk(),
                    call.talk(),
                    call.outcome(),
                    call.because(),
                    Optional.empty());

            assertThat(hindsight.of(unscreened)).isEmpty();
            Mockito.verifyNoInteractions(history);
        }

        @Test
        void failureLeavesTheEndWithoutIt() {
            Mockito.when(history.of(Mockito.any(), Mockito.any())).thenThrow(new IllegalStateException("disk full"));

            assertThat(hindsight.of(concluded(anEnd(), heard(true, 0, 0), CallOutcome.SILENT)))
                    .isEmpty();
            assertThat(meters.counter("quell.failopen", "reason", "hindsight").count())
                    .isEqualTo(1);
        }

        @Test
        void lateAnswerIsNotWaitedFor() {
            CountDownLatch never = new CountDownLatch(1);
            Mockito.when(history.of(Mockito.any(), Mockito.any())).thenAnswer(asked -> {
                never.await();
                throw new IllegalStateException("too late");
            });

            assertThat(hindsight.of(concluded(anEnd(), heard(true, 0, 0), CallOutcome.SILENT)))
                    .isEmpty();
            never.countDown();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, 12, 1000, true, 0, 0, 12",
        "PASS, 12, 1000, false, 0, 0, 0",
        "PASS, 12, 0, true, 0, 0, 0",
        "PASS, 12, -1, true, 0, 0, 0",
        "PASS, 12, 1000, true, 1, 0, 0",
        "PASS, 12, 1000, true, 0, 1, 0",
        "PASS, -1, 1000, true, 0, 0, 0",
        "LISTEN-RELEASE, 21, 1000, true, 0, 0, 21",
        "LISTEN-RELEASE, 21, 1000, true, 1, 0, 0",
    })
    void quietIsWhatWasListenedToWithPacketsAndWithoutASound(
            String way, long seconds, long packets, boolean whole, long total, long current, long quiet) {
        InCall heard = HeardInCall.of(concluded(
                anEnd().way(way).withAgent(seconds).packets(packets),
                heard(whole, total, current),
                CallOutcome.UNKNOWN));

        assertThat(heard.quietFor()).isEqualTo(Duration.ofSeconds(quiet));
        assertThat(heard.noMedia()).isFalse();
    }

    @Test
    void callWithoutMediaIsTold() {
        InCall heard = HeardInCall.of(concluded(anEnd().packets(0), heard(true, 0, 0), CallOutcome.NO_MEDIA));

        assertThat(heard).isEqualTo(new InCall(Set.of(), true, Duration.ZERO));
    }

    @Test
    void conductIsTold() {
        InCall heard = HeardInCall.of(
                concluded(anEnd().way("LISTEN-RESCUED_SPEECH-QUEUE"), heard(true, 9000, 0), CallOutcome.SPOKE));

        assertThat(heard.conduct()).containsExactly(Conduct.REPLIED);
    }
}
