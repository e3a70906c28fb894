package dev.quell.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.Peers;
import dev.quell.asterisk.protocol.Refusals;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallJournal;
import dev.quell.screening.Screening;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AgiServerLifeTest {

    private final Screening screening = mock(Screening.class);
    private final CallJournal journal = mock(CallJournal.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private AgiServer server(int port) {
        AgiSettings settings = new AgiSettings(
                "127.0.0.1",
                port,
                List.of("127.0.0.1"),
                128,
                8192,
                32_768,
                Duration.ofSeconds(1),
                10,
                Duration.ofSeconds(1));
        Refusals refusals = new Refusals(meters, Clock.systemUTC(), "quell.agi.rejected", "The call passes.");
        Dispatcher dispatcher = new Dispatcher(
                List.of(new ScreenScript(Bench.incomingCalls(), screening)),
                InstallationToken.passing(),
                refusals,
                meters);
        when(journal.rehearse(any())).thenReturn(CompletableFuture.completedFuture(null));
        Rehearsal rehearsal = new Rehearsal(screening, journal);
        WarmUp warmUp = new WarmUp(Bench.incomingCalls(), rehearsal, settings.limits(), Clock.systemUTC());
        return new AgiServer(settings, dispatcher, new Peers(settings.peers()), refusals, warmUp);
    }

    @Test
    void callsAreRehearsedBeforeThePortOpensAndNothingIsKeptOrCounted() {
        when(screening.test(any())).thenReturn(Verdict.pass("score", "test"));
        AgiServer server = server(0);

        server.start();

        assertThat(server.isRunning()).isTrue();
        assertThat(server.port()).isPositive();
        verify(screening, atLeast(50)).test(any());
        verify(screening, never()).screen(any());
        verify(journal, times(50)).rehearse(any());
        verify(journal, never()).screened(any());
        assertThat(meters.get("quell.agi.requests").timers())
                .extracting(Timer::count)
                .containsExactly(0L);
        server.stop();
        assertThat(server.isRunning()).isFalse();
        assertThat(server.port()).isZero();
    }

    @Test
    void aRehearsalThatFailsDoesNotKeepThePortShut() {
        when(screening.test(any())).thenThrow(new IllegalStateException("cold"));
        AgiServer server = server(0);

        server.start();

        assertThat(server.isRunning()).isTrue();
        server.stop();
    }

    @Test
    void aPortThatIsTakenIsAFaultWithWhatToDo() throws IOException {
        when(screening.test(any())).thenReturn(Verdict.pass("score", "test"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            AgiServer server = server(taken.getLocalPort());

            assertThatIllegalStateException()
                    .isThrownBy(server::start)
                    .withMessageStartingWith("Cannot open the FastAGI port 127.0.0.1:" + taken.getLocalPort())
                    .withMessageContaining("Is another Quell running?");
            assertThat(server.isRunning()).isFalse();
        }
    }

    @Test
    void itStartsLastAndStopsFirst() {
        assertThat(server(0).getPhase()).isEqualTo(Integer.MAX_VALUE);
    }
}
