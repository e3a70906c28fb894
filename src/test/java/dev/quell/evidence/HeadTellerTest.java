package dev.quell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.evidence.chain.BlockHead;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.evidence.key.KeyLines.End;
import dev.quell.testing.MovingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class HeadTellerTest {

    private static final String CHAIN = "ab".repeat(16);

    @TempDir
    Path directory;

    private final EvidenceStore store = mock(EvidenceStore.class);
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T00:00:00Z"));
    private EvidenceKeys keys = new EvidenceKeys(Path.of("unused"));
    private HeadTeller teller = teller();

    private HeadTeller teller() {
        EvidenceSettings settings = new EvidenceSettings(
                Path.of("unused"),
                1,
                DataSize.ofMegabytes(1),
                "",
                new EvidenceSettings.Recordings("", "{id}"),
                new EvidenceSettings.Webhook("", false),
                new EvidenceSettings.Kept(Duration.ofDays(7), DataSize.ofMegabytes(1)));
        return new HeadTeller(store, keys, settings, clock);
    }

    @BeforeEach
    void keysAreMade() {
        keys = new EvidenceKeys(directory.resolve("key"));
        teller = teller();
        endsAt(7, 3);
    }

    private static BlockHead block(long number) {
        return new BlockHead(CHAIN, number, 0, BlockHead.NOTHING, "", 1, "", "", 0);
    }

    private void endsAt(long number, long unsigned) {
        when(store.head()).thenReturn(block(number));
        when(store.unsigned()).thenReturn(unsigned);
    }

    private void noted(int times) {
        verify(store, times(times)).note(eq("HEAD"), any(), eq(Map.of()), eq(Map.of()));
    }

    @Test
    void whatIsToldIsSignedAndKeptInTheKeysFile() {
        teller.look();

        noted(1);
        assertThat(teller.told().block()).isEqualTo(7);
        assertThat(new EvidenceKeys(directory.resolve("key")).get().lines().end(CHAIN))
                .contains(new End(7, block(7).hash()));
    }

    @Test
    void calmBlocksAreToldOnceAnHourAndNotesAtOnce() {
        teller.look();
        endsAt(9, 2);
        clock.advance(Duration.ofMinutes(59));
        teller.look();
        assertThat(teller.told().block()).isEqualTo(7);

        clock.advance(Duration.ofMinutes(1));
        teller.look();
        assertThat(teller.told().block()).isEqualTo(9);

        endsAt(10, 0);
        teller.look();
        assertThat(teller.told().block()).isEqualTo(10);
        noted(2);
    }

    @Test
    void aClockThatWasSetBackHasTheEndToldAtOnce() {
        clock.advance(Duration.ofDays(365));
        teller.look();
        endsAt(9, 2);
        clock.advance(Duration.ofDays(-365));
        teller.look();

        assertThat(teller.told().block()).isEqualTo(9);
    }

    @Test
    void whatCannotBeSignedIsNotToldAndTriedAgainEachMinute() {
        when(store.note(any(), any(), any(), any())).thenThrow(new EvidenceFault("no room"));
        teller.look();
        assertThat(teller.told().at()).isEmpty();
        assertThat(teller.told().fault()).isEqualTo("no room");

        clock.advance(Duration.ofMinutes(1));
        teller.look();

        noted(2);
        assertThat(teller.told().fault()).isEqualTo("no room");
        assertThat(keys.get().lines().end(CHAIN)).isEmpty();
    }

    @Test
    void nothingIsToldOfAChainThatTheStoreRefusesAlsoAtTheStop() {
        doThrow(new EvidenceFault("another chain")).when(store).begin();
        teller.look();
        teller.destroy();

        verify(store, never()).note(any(), any(), any(), any());
        assertThat(teller.told().fault()).isEqualTo("another chain");
        assertThat(keys.get().lines().ends()).isEmpty();
    }
}
