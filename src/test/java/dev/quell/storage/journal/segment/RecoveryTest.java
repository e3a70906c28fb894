package dev.quell.storage.journal.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in damaged files. */
class RecoveryTest {

    private static final List<String> FIVE = List.of("1=one", "2=second", "3=the third", "4=4", "5=and the fifth");

    @TempDir
    Path directory;

    private Path segment;
    private byte[] whole;
    private int end;

    @BeforeEach
    void write() throws IOException {
        try (Bytes journal = Bytes.open(directory)) {
            for (String each : FIVE) {
                journal.append(each.substring(2)).join();
            }
            end = journal.segments().oldestBehind(0).end();
        }
        segment = directory.resolve("segment-1");
        whole = Files.readAllBytes(segment);
    }

    private Bytes.Found with(byte[] content) throws IOException {
        Files.write(segment, content);
        return Bytes.reopen(directory, 0);
    }

    private static List<String> without(int number) {
        return FIVE.stream().filter(each -> !each.startsWith(number + "=")).toList();
    }

    /** Where the n-th record begins. */
    private int start(int number) {
        int at = Segment.HEADER;
        for (int i = 1; i < number; i++) {
            at += Frame.size(FIVE.get(i - 1).length() - 2);
        }
        return at;
    }

    @Test
    void allIsThere() throws IOException {
        assertThat(with(whole)).isEqualTo(new Bytes.Found(new Recovered(5, 5, 0, 0), FIVE));
    }

    @Test
    void aTailCutOffAnywhereIsCutOffToTheLastWholeRecord() throws IOException {
        for (int cut = start(4); cut < end; cut++) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, cut, torn.length, (byte) 0);
            Bytes.Found found = with(torn);

            int whole4 = start(4) + Frame.HEAD + 1;
            int whole5 = start(5) + Frame.HEAD + "and the fifth".length();
            int kept = cut < whole4 ? 3 : cut < whole5 ? 4 : 5;
            assertThat(found.records()).as("cut at %s", cut).isEqualTo(FIVE.subList(0, kept));
            assertThat(found.told().missing()).isZero();
            assertThat(found.told().lastSequence()).isEqualTo(kept);
        }
    }

    @Test
    void remainsOfARecordAreToldAsTorn() throws IOException {
        byte[] torn = whole.clone();
        Arrays.fill(torn, start(5) + 10, torn.length, (byte) 0);

        assertThat(with(torn).told()).isEqualTo(new Recovered(4, 4, 1, 0));
    }

    @Test
    void anEndBetweenRecordsIsNotTorn() throws IOException {
        byte[] cut = whole.clone();
        Arrays.fill(cut, start(5), cut.length, (byte) 0);

        assertThat(with(cut).told()).isEqualTo(new Recovered(4, 4, 0, 0));
    }

    @Test
    void aFileThatWasCutShortIsReadAsFarAsItGoes() throws IOException {
        assertThat(with(Arrays.copyOf(whole, start(4) + 5)).records()).isEqualTo(FIVE.subList(0, 3));
    }

    @Test
    void garbageBehindTheEndIsNoRecord() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            byte[] garbage = whole.clone();
            byte[] random = new byte[garbage.length - end];
            new Random(seed).nextBytes(random);
            System.arraycopy(random, 0, garbage, end, random.length);

            assertThat(with(garbage)).isEqualTo(new Bytes.Found(new Recovered(5, 5, 1, 0), FIVE));
        }
    }

    @Test
    void anyBitThatFlipsCostsOneRecordAtMostAndIsTold() throws IOException {
        for (int bit = Segment.HEADER * 8; bit < end * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Bytes.Found found = with(flipped);

            int hit = 5;
            while (bit / 8 < start(hit)) {
                hit--;
            }
            if (found.records().size() == 5) {
                assertThat(found.records()).isEqualTo(FIVE);
            } else {
                assertThat(found.records()).as("bit %s", bit).isEqualTo(without(hit));
                assertThat(found.told().missing() + found.told().torn()).isEqualTo(1);
                assertThat(found.told().torn()).isEqualTo(hit == 5 ? 1 : 0);
            }
        }
    }

    @Test
    void aBitInAPayloadIsNeverRead() throws IOException {
        byte[] flipped = whole.clone();
        flipped[start(3) + Frame.HEAD] ^= 1;

        assertThat(with(flipped)).isEqualTo(new Bytes.Found(new Recovered(5, 4, 0, 1), without(3)));
    }

    @Test
    void aZeroedStretchIsPassedOverAndTold() throws IOException {
        byte[] hole = whole.clone();
        Arrays.fill(hole, start(2), start(4), (byte) 0);

        assertThat(with(hole))
                .isEqualTo(new Bytes.Found(new Recovered(5, 3, 0, 2), List.of(FIVE.get(0), FIVE.get(3), FIVE.get(4))));
    }

    @Test
    void withoutAHeaderTheRecordsAreFound() throws IOException {
        for (int at = 0; at < 28; at++) {
            byte[] beheaded = whole.clone();
            beheaded[at] ^= 0x55;

            assertThat(with(beheaded).records()).as("byte %s", at).isEqualTo(FIVE);
        }
    }

    @Test
    void withoutAHeaderOnlyWhatWasNotTakenInIsRead() throws IOException {
        byte[] beheaded = whole.clone();
        Arrays.fill(beheaded, 0, 8, (byte) 0x55);
        Files.write(segment, beheaded);

        assertThat(Bytes.reopen(directory, 3).records()).isEqualTo(FIVE.subList(3, 5));
        assertThat(Bytes.reopen(directory, 5)).isEqualTo(new Bytes.Found(new Recovered(5, 0, 0, 0), List.of()));
    }

    @Test
    void aSegmentThatIsGoneIsTold() throws IOException {
        List<String> all = new ArrayList<>(FIVE);
        try (Bytes journal = Bytes.open(directory, 4, 0, OwnerOnly::file)) {
            for (int i = 6; i <= 13; i++) {
                journal.append("x".repeat(1_000)).join();
                all.add(i + "=" + "x".repeat(1_000));
            }
        }
        assertThat(Bytes.reopen(directory, 0).records()).isEqualTo(all);

        Files.delete(directory.resolve("segment-2"));
        Bytes.Found found = Bytes.reopen(directory, 0);
        assertThat(found.told().missing()).isEqualTo(3);
        assertThat(found.records())
                .hasSize(10)
                .startsWith(FIVE.toArray(String[]::new))
                .endsWith(all.getLast());
    }

    @Test
    void foreignFilesAreLeftAlone() throws IOException {
        Files.writeString(directory.resolve("notes"), "mine");

        assertThat(Bytes.reopen(directory, 0).records()).isEqualTo(FIVE);
        assertThat(directory.resolve("notes")).hasContent("mine");
    }
}
