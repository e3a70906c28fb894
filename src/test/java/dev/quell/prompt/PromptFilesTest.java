package dev.quell.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.quell.prompt.audio.AudioFault;
import dev.quell.prompt.audio.Waves;
import dev.quell.testing.MovingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock(NOW);
    private final Prompt prompt = PromptTable.shipped().find("greeting").orElseThrow();
    private PromptFiles files;
    private Recordings recordings;
    private Path folder;

    @BeforeEach
    void make() throws IOException {
        PromptSettings settings = new PromptSettings(directory.resolve("sounds"), Path.of("/usr/bin/ffmpeg"));
        files = new PromptFiles(settings, directory.resolve("data"));
        recordings = new Recordings(files, settings, clock);
        folder = Files.createDirectories(files.folder(Voice.ZH));
        for (String format : PromptFiles.FORMATS) {
            Files.copy(Path.of("dialplan/sounds/zh/quell/greeting." + format), folder.resolve("greeting." + format));
        }
    }

    private String names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return String.join(
                    " ", all.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void whatIsThereIsMeasured() {
        Recorded shipped = files.look(Voice.ZH, prompt);

        assertThat(shipped.there()).isTrue();
        assertThat(shipped.loudness().rms()).isEqualTo(-21.7, within(0.1));
        assertThat(shipped.length()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
        assertThat(shipped.missing()).isEmpty();
        assertThat(shipped.kept()).isEmpty();
        assertThat(files.look(Voice.EN, prompt).there()).isFalse();
        assertThat(files.look(Voice.EN, prompt).missing()).isEqualTo(PromptFiles.FORMATS);
    }

    @Test
    void aRecordingTakesThePlaceOfAllFormatsAndWhatItReplacedComesBack() throws Exception {
        byte[] shipped = files.wav(Voice.ZH, prompt, Optional.empty()).orElseThrow();

        recordings.take(Voice.ZH, prompt, Waves.spoken(44_100, 2, 2));

        Recorded taken = files.look(Voice.ZH, prompt);
        assertThat(taken.length()).isCloseTo(Duration.ofMillis(2300), Duration.ofMillis(10));
        assertThat(taken.loudness().rms()).isEqualTo(-20, within(0.2));
        assertThat(taken.kept()).containsExactly(NOW);
        assertThat(files.wav(Voice.ZH, prompt, Optional.of(NOW))).hasValue(shipped);
        assertThat(names()).matches("greeting.alaw( greeting.g722)? greeting.sln16 greeting.ulaw greeting.wav");
        assertThat(Files.getPosixFilePermissions(folder.resolve("greeting.wav")))
                .contains(PosixFilePermission.OTHERS_READ, PosixFilePermission.OWNER_WRITE);

        clock.advance(Duration.ofMinutes(1));
        assertThat(recordings.back(Voice.ZH, prompt, NOW)).isTrue();
        assertThat(files.wav(Voice.ZH, prompt, Optional.empty())).hasValue(shipped);
        assertThat(files.look(Voice.ZH, prompt).missing()).isEmpty();
        assertThat(recordings.back(Voice.ZH, prompt, NOW.minusSeconds(1))).isFalse();
    }

    @Test
    void threeEarlierOnesAreKept() throws Exception {
        for (int i = 0; i < 5; i++) {
            recordings.take(Voice.ZH, prompt, Waves.spoken(16_000, 1, 1));
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(files.look(Voice.ZH, prompt).kept())
                .containsExactly(NOW.plusSeconds(240), NOW.plusSeconds(180), NOW.plusSeconds(120));
    }

    @Test
    void aRecordingThatCannotBeUsedChangesNothing() throws IOException {
        byte[] shipped = files.wav(Voice.ZH, prompt, Optional.empty()).orElseThrow();

        assertThatThrownBy(() -> recordings.take(Voice.ZH, prompt, new byte[100]))
                .isInstanceOf(AudioFault.class);

        assertThat(files.wav(Voice.ZH, prompt, Optional.empty())).hasValue(shipped);
        assertThat(names()).isEqualTo("greeting.alaw greeting.g722 greeting.sln16 greeting.ulaw greeting.wav");
    }

    @Test
    void whatACrashLeftHalfDoneIsFinishedAtTheNextStart() throws Exception {
        byte[] said = {1, 2, 3};
        Files.write(folder.resolve(".greeting.wav.new"), said);
        Files.write(folder.resolve(".greeting.ulaw.new"), said);
        Files.writeString(folder.resolve(".greeting.put"), "wav ulaw alaw nonsense");

        files.repair();

        assertThat(names()).isEqualTo("greeting.alaw greeting.ulaw greeting.wav");
        assertThat(folder.resolve("greeting.wav")).hasBinaryContent(said);
        assertThat(folder.resolve("greeting.ulaw")).hasBinaryContent(said);
    }

    @Test
    void withoutAMarkNothingWasDecidedAndNothingIsMoved() throws Exception {
        byte[] shipped = files.wav(Voice.ZH, prompt, Optional.empty()).orElseThrow();
        Files.write(folder.resolve(".greeting.wav.new"), new byte[] {1});

        files.repair();

        assertThat(files.wav(Voice.ZH, prompt, Optional.empty())).hasValue(shipped);
    }

    @Test
    void whatDoesNotFitLeavesNothing() throws Exception {
        Files.createDirectories(folder.resolve(".greeting.alaw.new").resolve("in the way"));

        assertThatThrownBy(() -> recordings.take(Voice.ZH, prompt, Waves.spoken(16_000, 1, 1)))
                .isInstanceOf(PromptFault.class);

        assertThat(names())
                .isEqualTo(".greeting.alaw.new greeting.alaw greeting.g722 greeting.sln16 greeting.ulaw greeting.wav");
        assertThat(files.look(Voice.ZH, prompt).kept()).isEmpty();
    }

    @Test
    void aFileIsMeasuredAgainOnceItHasChanged() throws Exception {
        Recorded before = files.look(Voice.ZH, prompt);
        String digest = files.digest(Voice.ZH, PromptTable.shipped()).orElseThrow();
        recordings.take(Voice.ZH, prompt, Waves.spoken(16_000, 1, 2));

        assertThat(before.length()).isGreaterThan(Duration.ofSeconds(3));
        assertThat(files.look(Voice.ZH, prompt).length()).isLessThan(Duration.ofSeconds(3));
        assertThat(files.digest(Voice.ZH, PromptTable.shipped())).isPresent().isNotEqualTo(Optional.of(digest));
        assertThat(files.digest(Voice.EN, PromptTable.shipped())).isEmpty();
    }

    @Test
    void aFileThatIsTooLongIsRefusedBeforeItIsRead() {
        // Were a sample read, the noise would be told and not the length.
        byte[] file = Waves.wav(1, 1, 87_000, 8, new byte[10_440_000]);

        assertThatThrownBy(() -> recordings.take(Voice.ZH, prompt, file))
                .isInstanceOfSatisfying(AudioFault.class, fault -> {
                    assertThat(fault.why()).isEqualTo(AudioFault.Why.TOO_LONG);
                    assertThat(fault.is()).isEqualTo(120, within(0.1));
                });
    }

    @Test
    void aFolderThatIsNotThereIsAFaultAndNothingElse() {
        assertThat(files.writable(Voice.ZH)).isTrue();
        assertThat(files.writable(Voice.EN)).isFalse();
        assertThatThrownBy(() -> recordings.take(Voice.EN, prompt, Waves.spoken(16_000, 1, 1)))
                .isInstanceOf(PromptFault.class);
    }
}
