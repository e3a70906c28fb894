package dev.quell.evidence.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.call.FairTime;
import dev.quell.evidence.EvidenceSettings;
import dev.quell.evidence.EvidenceStore;
import dev.quell.evidence.pack.Packs;
import dev.quell.testing.MovingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.unit.DataSize;

class PackDeskTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration KEPT = Duration.ofDays(7);

    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock(NOW);
    private final FairTime time = mock(
            FairTime.class,
            call -> call.getMethod().getReturnType() == boolean.class ? (Object) false : call.getArgument(0));

    private PackDesk desk() {
        EvidenceSettings settings = new EvidenceSettings(
                directory.resolve("key"),
                1,
                DataSize.ofMegabytes(1),
                "",
                new EvidenceSettings.Recordings("", "{id}"),
                new EvidenceSettings.Webhook("", false),
                new EvidenceSettings.Kept(KEPT, DataSize.ofMegabytes(1)));
        return new PackDesk(mock(Packs.class), mock(EvidenceStore.class), settings, new Provided(time), clock);
    }

    private Path pack() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("evidence-kept"));
        return Files.createFile(folder.resolve("1-" + NOW.toEpochMilli() + "-" + "a".repeat(64) + ".zip"));
    }

    @Test
    void aPackGoesWhenItsTimeIsOver() throws IOException {
        Path pack = pack();
        PackDesk desk = desk();

        clock.advance(KEPT);
        desk.tidy();
        assertThat(pack).exists();
        clock.advance(Duration.ofMillis(1));
        desk.tidy();
        assertThat(pack).doesNotExist();
    }

    @Test
    void aClockInDoubtRemovesAndHidesNoPack() throws IOException {
        Path pack = pack();
        PackDesk desk = desk();
        clock.advance(Duration.ofDays(365));
        when(time.doubts(clock.instant())).thenReturn(true);
        when(time.favour(clock.instant())).thenReturn(NOW);

        desk.tidy();

        assertThat(pack).exists();
        assertThat(desk.kept()).extracting(KeptPack::note).containsExactly(1L);
    }

    /** Gives what it is given. */
    private record Provided(FairTime time) implements ObjectProvider<FairTime> {
        @Override
        public FairTime getObject() {
            return time;
        }
    }
}
