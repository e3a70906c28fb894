package dev.quell.web.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.call.CallId;
import dev.quell.call.IncomingCall;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.screening.FailOpens;
import dev.quell.screening.Screening;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.CallCentre;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScreenDeskTest {

    private final Screening screening = mock(Screening.class);
    private final CallJournal journal = mock(CallJournal.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ScreenDesk desk = desk(Duration.ofMillis(300), 10);
    private final IncomingCall call = CallBuilder.aCall().at(Instant.parse("2026-11-20T08:00:00Z"));

    private CallCentre centre;
    private CallScreened screened;

    private ScreenDesk desk(Duration guard, int atOnce) {
        return new ScreenDesk(
                screening,
                journal,
                new FailOpens(meters, Clock.systemUTC()),
                new SwitchSettings(guard, atOnce, Duration.ofMinutes(2)));
    }

    @BeforeEach
    void open() {
        centre = CallCentre.open();
        screened = centre.screens(CallBuilder.aCall());
        when(journal.find(call.id())).thenReturn(Optional.empty());
        when(screening.screen(any())).thenReturn(Optional.of(screened));
    }

    @AfterEach
    void close() {
        desk.destroy();
        centre.close();
    }

    @Test
    void aCallIsDecidedAndToldLikeAsterisks() {
        assertThat(desk.screen(call)).isEqualTo(decided(call.id(), false));
        verify(screening, timeout(2000)).tell(screened);
    }

    @Test
    void aCallThatWasDecidedIsNotDecidedAgain() {
        known(call);

        assertThat(desk.screen(call)).isEqualTo(new ScreenDesk.Decided(call.id(), journal.find(call.id()), true));
        verify(screening, times(0)).screen(any());
    }

    @Test
    void twoWhoAskAtOnceGetOneVerdict() {
        CountDownLatch go = new CountDownLatch(1);
        when(screening.screen(any())).thenAnswer(asked -> {
            go.await();
            return Optional.of(screened);
        });
        CompletableFuture<ScreenDesk.Decided> first = CompletableFuture.supplyAsync(() -> desk.screen(call));
        CompletableFuture<ScreenDesk.Decided> second = CompletableFuture.supplyAsync(() -> desk.screen(call));
        verify(journal, timeout(2000)).find(call.id());
        CountDownLatch told = whenTold();
        go.countDown();

        assertThat(first.join()).isEqualTo(decided(call.id(), false));
        assertThat(second.join()).isEqualTo(first.join());
        verify(screening, times(1)).screen(any());
        told.countDown();
    }

    @Test
    void aVerdictThatTheLogDoesNotKnowYetIsGivenAgain() {
        CountDownLatch told = whenTold();

        ScreenDesk.Decided first = desk.screen(call);

        assertThat(desk.screen(call)).isEqualTo(first);
        verify(screening, times(1)).screen(any());
        told.countDown();
    }

    /** Telling lasts until the latch opens. */
    private CountDownLatch whenTold() {
        CountDownLatch told = new CountDownLatch(1);
        doAnswer(asked -> {
                    told.await();
                    return null;
                })
                .when(screening)
                .tell(any());
        return told;
    }

    @Test
    void aCallThatIsNotDecidedInTimePasses() {
        when(screening.screen(any())).thenAnswer(asked -> {
            new CountDownLatch(1).await();
            return Optional.empty();
        });

        assertThat(desk.screen(call).call()).isEmpty();
        assertThat(failOpens("switch-guard")).isEqualTo(1);
    }

    @Test
    void aSlowStoreIsNotWaitedForBeforeACallIsDecided() {
        when(journal.find(call.id())).thenAnswer(asked -> {
            new CountDownLatch(1).await();
            return Optional.empty();
        });
        ScreenDesk patient = desk(Duration.ofSeconds(5), 10);

        assertThat(patient.screen(call)).isEqualTo(decided(CallNaming.of(call).get(1), false));
    }

    @Test
    void aStoreThatFailsLeavesTheCallToBeDecided() {
        when(journal.find(call.id())).thenThrow(new IllegalStateException("disk"));

        assertThat(desk.screen(call)).isEqualTo(decided(CallNaming.of(call).get(1), false));
        assertThat(failOpens("switch-again")).isEqualTo(1);
    }

    @Test
    void beyondThePlacesCallsPass() {
        when(screening.screen(any())).thenAnswer(asked -> {
            new CountDownLatch(1).await();
            return Optional.empty();
        });
        ScreenDesk narrow = desk(Duration.ofSeconds(2), 1);
        CompletableFuture<ScreenDesk.Decided> first = CompletableFuture.supplyAsync(() -> narrow.screen(call));
        verify(screening, timeout(2000)).screen(any());

        assertThat(narrow.screen(CallBuilder.aCall().at(Instant.EPOCH)).call()).isEmpty();
        assertThat(failOpens("switch-busy")).isEqualTo(1);
        assertThat(first.join().call()).isEmpty();
    }

    @Test
    void aFaultOfOursLetsTheCallPass() {
        when(screening.screen(any())).thenThrow(new IllegalStateException("a fault"));

        assertThat(desk.screen(call).call()).isEmpty();
        assertThat(failOpens("switch")).isEqualTo(1);
    }

    @Test
    void anotherCallOfTheSameIdIsDecidedUnderAnIdOfItsOwn() {
        IncomingCall other = CallBuilder.aCall()
                .id(call.id().linkedId())
                .from("+8613800138001")
                .at(call.arrivedAt());
        known(other);

        assertThat(desk.screen(call)).isEqualTo(decided(CallNaming.of(call).get(1), false));
        assertThat(CallNaming.of(call).get(1)).isNotEqualTo(call.id());
        verify(screening).screen(call.as(CallNaming.of(call).get(1)));
    }

    @Test
    void aCallThatHasEndedIsDecidedAnew() {
        known(call);
        when(journal.hasEnded(call.id())).thenReturn(true);

        assertThat(desk.screen(call)).isEqualTo(decided(CallNaming.of(call).get(1), false));
    }

    @Test
    void twoCallsOfOneIdAtOnceGetAVerdictEach() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch both = new CountDownLatch(2);
        when(screening.screen(any())).thenAnswer(asked -> {
            both.countDown();
            go.await();
            return Optional.of(screened);
        });
        IncomingCall other = CallBuilder.aCall()
                .id(call.id().linkedId())
                .from("+8613800138001")
                .at(call.arrivedAt());
        CompletableFuture<ScreenDesk.Decided> first = CompletableFuture.supplyAsync(() -> desk.screen(call));
        CompletableFuture<ScreenDesk.Decided> second = CompletableFuture.supplyAsync(() -> desk.screen(other));

        assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
        go.countDown();
        assertThat(List.of(first.join().id(), second.join().id()))
                .doesNotHaveDuplicates()
                .contains(call.id());
    }

    private void known(IncomingCall before) {
        CallScreened found = mock(CallScreened.class);
        when(found.call()).thenReturn(before);
        when(journal.find(call.id())).thenReturn(Optional.of(found));
    }

    private ScreenDesk.Decided decided(CallId id, boolean again) {
        return new ScreenDesk.Decided(id, Optional.of(screened), again);
    }

    private double failOpens(String reason) {
        return meters.counter("quell.failopen", "reason", reason).count();
    }
}
