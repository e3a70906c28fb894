package dev.quell.web.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
        assertThat(desk.screen(call)).contains(new ScreenDesk.Decided(screened, false));
        verify(screening, timeout(2000)).tell(screened);
    }

    @Test
    void aCallThatWasDecidedIsNotDecidedAgain() {
        when(journal.find(call.id())).thenReturn(Optional.of(screened));

        assertThat(desk.screen(call)).contains(new ScreenDesk.Decided(screened, true));
        verify(screening, times(0)).screen(any());
    }

    @Test
    void twoWhoAskAtOnceGetOneVerdict() {
        CountDownLatch go = new CountDownLatch(1);
        when(screening.screen(any())).thenAnswer(asked -> {
            go.await();
            return Optional.of(screened);
        });
        CompletableFuture<Optional<ScreenDesk.Decided>> first = CompletableFuture.supplyAsync(() -> desk.screen(call));
        verify(screening, timeout(2000)).screen(any());
        CompletableFuture<Optional<ScreenDesk.Decided>> second = CompletableFuture.supplyAsync(() -> {
            go.countDown();
            return desk.screen(call);
        });

        assertThat(first.join()).isPresent();
        assertThat(second.join()).isPresent();
    }

    @Test
    void aCallThatIsNotDecidedInTimePasses() {
        when(screening.screen(any())).thenAnswer(asked -> {
            new CountDownLatch(1).await();
            return Optional.empty();
        });

        assertThat(desk.screen(call)).isEmpty();
        assertThat(failOpens("switch-guard")).isEqualTo(1);
    }

    @Test
    void aSlowStoreIsNotWaitedForBeforeACallIsDecided() {
        when(journal.find(call.id())).thenAnswer(asked -> {
            new CountDownLatch(1).await();
            return Optional.empty();
        });
        ScreenDesk patient = desk(Duration.ofSeconds(5), 10);

        assertThat(patient.screen(call)).contains(new ScreenDesk.Decided(screened, false));
    }

    @Test
    void aStoreThatFailsLeavesTheCallToBeDecided() {
        when(journal.find(call.id())).thenThrow(new IllegalStateException("disk"));

        assertThat(desk.screen(call)).contains(new ScreenDesk.Decided(screened, false));
        assertThat(failOpens("switch-again")).isEqualTo(1);
    }

    @Test
    void beyondThePlacesCallsPass() {
        when(screening.screen(any())).thenAnswer(asked -> {
            new CountDownLatch(1).await();
            return Optional.empty();
        });
        ScreenDesk narrow = desk(Duration.ofSeconds(2), 1);
        CompletableFuture<Optional<ScreenDesk.Decided>> first =
                CompletableFuture.supplyAsync(() -> narrow.screen(call));
        verify(screening, timeout(2000)).screen(any());

        assertThat(narrow.screen(CallBuilder.aCall().at(Instant.EPOCH))).isEmpty();
        assertThat(failOpens("switch-busy")).isEqualTo(1);
        assertThat(first.join()).isEmpty();
    }

    @Test
    void aFaultOfOursLetsTheCallPass() {
        when(screening.screen(any())).thenThrow(new IllegalStateException("a fault"));

        assertThat(desk.screen(call)).isEmpty();
        assertThat(failOpens("switch")).isEqualTo(1);
    }

    private double failOpens(String reason) {
        return meters.counter("quell.failopen", "reason", reason).count();
    }
}
