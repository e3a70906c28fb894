package dev.quell.storage.journal.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {

    private static final String LONG = "x".repeat(1_000);
    private static final int ROUNDS = 40;

    @TempDir
    Path directory;

    private final AtomicReference<FaultyChannel.Fault> writing = new AtomicReference<>(FaultyChannel.NONE);
    private final AtomicReference<FaultyChannel.Fault> forcing = new AtomicReference<>(FaultyChannel.NONE);

    private Bytes journal() throws IOException {
        return Bytes.open(directory, 3, 0, file -> new FaultyChannel(OwnerOnly.file(file), writing, forcing));
    }

    @Test
    void aReaderThatHasCaughtUpAtASegmentsEndGoesOnWithTheNext() throws IOException {
        try (Bytes journal = journal()) {
            JournalReader reader = journal.reader();
            for (int i = 1; i <= ROUNDS; i++) {
                journal.append(LONG).join();

                assertThat(Bytes.take(reader)).containsExactly(i + "=" + LONG);
                assertThat(Bytes.take(reader)).isEmpty();
            }
            assertThat(reader.missing()).isZero();
        }
    }

    @Test
    void aReaderThatHasCaughtUpGoesOnAfterAWriteThatFailed() throws IOException {
        try (Bytes journal = journal()) {
            JournalReader reader = journal.reader();
            for (int i = 1; i <= ROUNDS; i++) {
                journal.append("a").join();
                assertThat(Bytes.take(reader)).hasSize(1);
                writing.set(() -> {
                    throw new IOException("No space left on device");
                });
                assertThatThrownBy(() -> journal.append("lost").join()).hasRootCauseMessage("No space left on device");
                writing.set(FaultyChannel.NONE);
            }
            journal.append("last").join();
            assertThat(Bytes.take(reader)).containsExactly((ROUNDS + 1) + "=last");
            assertThat(reader.missing()).isZero();
        }
    }

    @Test
    void aTailThatCannotBeReadIsCountedOnceAndNotReadForEver() throws IOException {
        try (Bytes journal = journal()) {
            JournalReader reader = journal.reader();
            journal.append(LONG).join();
            journal.append(LONG).join();
            journal.append(LONG).join();
            spoil(Segment.HEADER + 2 * Frame.size(LONG.length()) + 40);
            assertThat(Bytes.take(reader)).containsExactly("1=" + LONG, "2=" + LONG);

            journal.append(LONG).join();

            assertThat(Bytes.take(reader)).containsExactly("4=" + LONG);
            assertThat(reader.missing()).isEqualTo(1);
            assertThat(reader.lastTaken()).isEqualTo(4);
        }
    }

    private void spoil(int at) throws IOException {
        try (FileChannel file = FileChannel.open(directory.resolve("segment-1"), StandardOpenOption.WRITE)) {
            assertThat(file.write(ByteBuffer.wrap(new byte[] {0, 1, 2, 3}), at)).isEqualTo(4);
        }
    }
}
