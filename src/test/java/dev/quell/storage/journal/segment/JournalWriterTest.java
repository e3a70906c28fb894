package dev.quell.storage.journal.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.quell.storage.database.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalWriterTest {

    private static final String LONG = "x".repeat(1_000);

    @TempDir
    Path directory;

    private final AtomicReference<FaultyChannel.Fault> writing = new AtomicReference<>(FaultyChannel.NONE);
    private final AtomicReference<FaultyChannel.Fault> forcing = new AtomicReference<>(FaultyChannel.NONE);

    private Bytes failing() throws IOException {
        return Bytes.open(directory, 3, 0, file -> new FaultyChannel(OwnerOnly.file(file), writing, forcing));
    }

    private static FaultyChannel.Fault full() {
        return () -> {
            throw new IOException("No space left on device");
        };
    }

    private static List<String> numbered(int from, int to, String text) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> n + "=" + text).toList();
    }

    @Test
    void whatWasAppendedIsReadInOrder() throws IOException {
        try (Bytes journal = Bytes.open(directory)) {
            journal.append("a").join();
            journal.append("b").join();

            assertThat(journal.read(0)).containsExactly("1=a", "2=b");
        }
        assertThat(Bytes.reopen(directory, 1).records()).containsExactly("2=b");
    }

    @Test
    void anErrorEndsTheRoundAndNotTheWriter() throws IOException {
        try (Bytes journal = failing()) {
            journal.append("a").join();
            writing.set(() -> {
                throw new OutOfMemoryError("in a test");
            });
            CompletableFuture<Void> lost = journal.append("b");
            assertThatThrownBy(lost::join).hasRootCauseMessage("an error ended the journal's round; the log has it");
            forcing.set(() -> {
                throw new StackOverflowError("in a test");
            });
            writing.set(FaultyChannel.NONE);
            assertThatThrownBy(journal.append("c")::join)
                    .hasRootCauseMessage("an error ended the journal's round; the log has it");
            forcing.set(FaultyChannel.NONE);
            journal.append("d").join();

            assertThat(journal.read(0)).containsExactly("1=a", "2=d");
        }
        assertThat(Bytes.reopen(directory, 0).records()).containsExactly("1=a", "2=d");
    }

    @Test
    void nothingComesBetweenTwoThatAreHandedOverTogether() throws IOException {
        try (Bytes journal = Bytes.open(directory);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            CountDownLatch begin = new CountDownLatch(1);
            List<CompletableFuture<Void>> told = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String pair = "pair" + i;
                told.add(CompletableFuture.runAsync(() -> afterThat(begin, () -> journal.pair(pair, pair)), threads));
                told.add(CompletableFuture.runAsync(() -> afterThat(begin, () -> journal.submit("one")), threads));
            }
            begin.countDown();
            told.forEach(CompletableFuture::join);
            journal.append("last").join();

            List<String> texts = journal.read(0).stream()
                    .map(record -> record.substring(record.indexOf('=') + 1))
                    .toList();
            assertThat(texts).hasSize(31);
            for (int i = 0; i < 10; i++) {
                int first = texts.indexOf("pair" + i);
                assertThat(texts.get(first + 1)).isEqualTo("pair" + i);
            }
        }
    }

    private static void afterThat(CountDownLatch begin, Runnable then) {
        try {
            begin.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        then.run();
    }

    @Test
    void twoThatAreNotTakenBothFail() throws IOException {
        Bytes journal = Bytes.open(directory);
        journal.close();

        assertThat(journal.pair("a", "b"))
                .allSatisfy(each -> assertThat(each.done().exceptionNow()).isInstanceOf(StorageException.class));
    }

    @Test
    void twoThatBelongTogetherAreKeptInOneSegmentOrNotAtAll() throws IOException {
        try (Bytes journal = failing()) {
            journal.append(LONG).join();
            journal.append(LONG).join();
            writing.set(firstTime(full()));

            assertThat(journal.pair(LONG, LONG))
                    .allSatisfy(each ->
                            assertThatThrownBy(each.done()::join).hasRootCauseMessage("No space left on device"));

            assertThat(journal.read(0)).isEqualTo(numbered(1, 2, LONG));
            journal.pair(LONG, LONG).forEach(each -> each.done().join());
            assertThat(journal.read(2)).isEqualTo(numbered(3, 4, LONG));
        }
    }

    private static FaultyChannel.Fault firstTime(FaultyChannel.Fault fault) {
        AtomicBoolean struck = new AtomicBoolean();
        return () -> {
            if (struck.compareAndSet(false, true)) {
                fault.strike();
            }
        };
    }

    @Test
    void numbersGoOnAfterARestart() throws IOException {
        try (Bytes journal = Bytes.open(directory)) {
            journal.append("a").join();
        }
        try (Bytes journal = Bytes.open(directory, 3, 1, OwnerOnly::file)) {
            journal.append("b").join();

            assertThat(journal.read(1)).containsExactly("2=b");
        }
    }

    @Test
    void aFullSegmentIsFollowedByTheNext() throws IOException {
        try (Bytes journal = Bytes.open(directory)) {
            for (int i = 0; i < 9; i++) {
                journal.append(LONG).join();
            }

            assertThat(journal.read(0)).isEqualTo(numbered(1, 9, LONG));
        }
        assertThat(Bytes.reopen(directory, 0))
                .isEqualTo(new Bytes.Found(new Recovered(9, 9, 0, 0), numbered(1, 9, LONG)));
    }

    @Test
    void segmentsAreUsedAgainAndWhatTheyHeldIsGone() throws IOException {
        try (Bytes journal = Bytes.open(directory)) {
            for (int i = 1; i <= 30; i++) {
                journal.append(LONG).join();
                new JournalReader(journal.segments(), i).taken();
            }
            journal.append("new").join();
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(3);
        }
        assertThat(Bytes.reopen(directory, 30).records()).containsExactly("31=new");
    }

    @Test
    void withoutAFreeSegmentAnAppendFailsAtOnceUntilOneIsFree() throws IOException {
        try (Bytes journal = Bytes.open(directory)) {
            for (int i = 0; i < 9; i++) {
                journal.append(LONG).join();
            }

            assertThatThrownBy(journal.append(LONG)::join)
                    .hasCauseInstanceOf(StorageException.class)
                    .hasMessageContaining("no segment of the journal is free");

            journal.read(0);
            new JournalReader(journal.segments(), 3).taken();
            journal.append("later").join();
            assertThat(journal.read(9)).containsExactly("10=later");
        }
    }

    @Test
    void whatTheDiskDidNotTakeFailsAndIsVoid() throws IOException {
        try (Bytes journal = failing()) {
            journal.append("a").join();
            forcing.set(full());
            assertThatThrownBy(journal.append("lost")::join)
                    .hasCauseInstanceOf(StorageException.class)
                    .hasMessageContaining("No space left on device");
            forcing.set(FaultyChannel.NONE);
            journal.append("b").join();

            assertThat(journal.read(0)).containsExactly("1=a", "2=b");
        }
        assertThat(Bytes.reopen(directory, 0))
                .isEqualTo(new Bytes.Found(new Recovered(2, 2, 0, 0), List.of("1=a", "2=b")));
    }

    @Test
    void aDiskThatFailsForLongTakesRecordsAgainWhenItIsWell() throws IOException {
        try (Bytes journal = failing()) {
            writing.set(full());
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(journal.append("lost")::join).hasCauseInstanceOf(StorageException.class);
                new JournalReader(journal.segments(), 0).taken();
            }
            writing.set(FaultyChannel.NONE);

            journal.append("a").join();
            assertThat(journal.read(0)).containsExactly("1=a");
        }
    }

    @Test
    void tooManyThatWaitAreRefusedAndTheOthersKept() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (Bytes journal = failing()) {
            forcing.set(() -> await().until(() -> slow.getCount() == 0));
            CompletableFuture<Void> first = journal.append("first");
            await().until(() -> journal.segments().bytesUsed() > 0);
            List<CompletableFuture<Void>> waiting = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                waiting.add(journal.append("n"));
            }

            CompletableFuture<Void> oneTooMany = journal.append("n");
            assertThatThrownBy(oneTooMany::join).hasMessageContaining("100 changes wait already");

            slow.countDown();
            first.join();
            waiting.forEach(CompletableFuture::join);
            assertThat(journal.read(0)).hasSize(101).endsWith("101=n");
        }
    }

    @Test
    void whatIsTakenBackInTimeIsNotWritten() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (Bytes journal = failing()) {
            forcing.set(() -> await().until(() -> slow.getCount() == 0));
            Append first = journal.submit("first");
            await().until(() -> journal.segments().bytesUsed() > 0);
            Append second = journal.submit("second");

            assertThat(first.withdraw()).isFalse();
            assertThat(second.withdraw()).isTrue();

            slow.countDown();
            journal.append("third").join();
            assertThat(journal.read(0)).containsExactly("1=first", "2=third");
            assertThat(second.done()).isNotDone();
        }
    }

    @Test
    void aClosedWriterHasWrittenWhatWaitedAndTakesNoMore() throws IOException {
        Bytes journal = Bytes.open(directory);
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiting.add(journal.append("n"));
        }
        journal.close();

        assertThat(waiting).allSatisfy(each -> assertThat(each).isCompleted());
        assertThatThrownBy(journal.append("late")::join).hasMessageContaining("closed");
        assertThat(Bytes.reopen(directory, 0).records()).isEqualTo(numbered(1, 50, "n"));
    }

    @Test
    void filesAreForTheirOwnerAlone() throws IOException {
        try (Bytes journal = Bytes.open(directory)) {
            journal.append("a").join();
            assertThat(Files.getPosixFilePermissions(directory.resolve("segment-1")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.size(directory.resolve("segment-1"))).isEqualTo(Bytes.SIZE);
        }
    }
}
