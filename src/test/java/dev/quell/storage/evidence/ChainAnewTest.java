package dev.quell.storage.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.blocklist.ListPattern;
import dev.quell.evidence.ChainReport;
import dev.quell.evidence.Hold;
import dev.quell.evidence.KnownElsewhere;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.ChainRepair;
import dev.quell.storage.evidence.check.ChainCheck;
import dev.quell.storage.journal.Opened;
import dev.quell.storage.sqlite.SqliteReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another chain that people let begin: in steps that may be broken off, with the legal holds of the former one. */
class ChainAnewTest {

    private static final Instant NOW = Instant.ofEpochMilli(Clock.systemUTC().millis());
    private static final Map<String, String> WORDS = Map.of("who", "Li", "why", "the disk was changed");

    @TempDir
    Path directory;

    private String begin(LongConsumer done) {
        return ChainRepair.begin(directory, directory.resolve("evidence-key"), WORDS, done);
    }

    private long accept(boolean changed) {
        Path key = directory.resolve("evidence-key");
        return ChainRepair.accept(directory, key, WORDS, ChainRepair.look(directory, key, block -> {}), changed);
    }

    private static Hold hold(String reason) {
        return new Hold(
                0,
                Optional.of(ListPattern.parse("+86138*")),
                Instant.EPOCH,
                NOW.plusSeconds(9),
                "Wang",
                reason,
                NOW,
                Optional.empty(),
                Optional.empty());
    }

    private static ChainReport verify(Recorded recorded) {
        KnownElsewhere known = recorded.known(List.of());
        Set<String> formerly = Set.copyOf(known.file().orElseThrow().chains());
        return recorded.verify(
                new KnownElsewhere(known.keys(), known.file(), known.heads(), formerly, known.restored()));
    }

    /** Breaks off when it is told the how manyth step. */
    private boolean brokenOff(int step) {
        int[] left = {step};
        try {
            begin(calls -> {
                if (left[0]-- == 0) {
                    throw new IllegalStateException("Ctrl-C");
                }
            });
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Test
    void whereverItIsBrokenOffNothingLooksSoundUntilItIsDone() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.holds().keep(hold("file 1"), "li.na");
            recorded.tell();
        }
        int broken = 0;
        while (brokenOff(broken)) {
            broken++;
            EvidenceKeys keys = new EvidenceKeys(directory.resolve("evidence-key"));
            try (SqliteReader reader = SqliteReader.open(directory)) {
                assertThat(new ChainCheck(reader.reader())
                                .run(new KnownElsewhere(
                                        Set.of(keys.get().fingerprint()),
                                        Optional.of(keys.get().lines()),
                                        List.of(),
                                        Set.copyOf(keys.get().lines().chains()),
                                        Set.of()))
                                .faults())
                        .anyMatch(fault -> fault.contains("`quell chain begin` again"));
            }
            assertThatThrownBy(() -> accept(false)).hasMessageContaining("`quell chain begin` again");
            try (Recorded started = new Recorded(Opened.in(directory), directory, keys)) {
                assertThatThrownBy(started::begin).isInstanceOf(EvidenceFault.class);
            }
        }
        assertThat(broken).isGreaterThan(2);
        try (Recorded recorded = Recorded.open(directory)) {
            recorded.hashEarlier();
            recorded.tell();
            assertThat(verify(recorded).faults()).isEmpty();
            assertThat(verify(recorded).unchained()).isEqualTo(6);
        }
    }

    @Test
    void itsStepsAreSmall() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.change("insert into calls (id, arrived_at, caller, line, trunk, channel, chain_v)"
                    + " with recursive n(n) as (select 1 union all select n + 1 from n where n < 25000)"
                    + " select 'x-' || n, n, '+86', '100', 't', 'c', 4096 + n from n");
        }
        List<Long> placed = new ArrayList<>();
        try (SqliteReader reader = SqliteReader.open(directory)) {
            begin(calls -> placed.add(reader.reader()
                    .sql("select count(*) from calls where chain_v is not null")
                    .query(Long.class)
                    .single()));
        }
        assertThat(placed).startsWith(25_006L, 15_006L, 5_006L, 0L);
    }

    @Test
    void holdsAreNotedAnewWithWhoAndWhenAndThatTheyWereCarriedOver() {
        String former;
        try (Recorded recorded = Recorded.in(directory)) {
            former = recorded.text("select uid from chain_identity");
            recorded.holds().keep(hold("file 1"), "li.na");
            Hold ended = recorded.holds().keep(hold("file 2"), "li.na");
            recorded.holds().release(ended.id(), "Zhao", "closed", "li.na", NOW.plusSeconds(1));
            recorded.tell();
        }
        begin(calls -> {});
        try (Recorded recorded = Recorded.open(directory)) {
            recorded.hashEarlier();
            recorded.tell();
            assertThat(verify(recorded).faults()).isEmpty();
            assertThat(String.join("\n", verify(recorded).notices()))
                    .contains("legal hold 1: it was carried over from another chain")
                    .contains("by Li, as its row read then");
            assertThat(recorded.retain(NOW)).isNotNegative();
            assertThat(recorded.text("select json_extract(note, '$.carried') || json_extract(note, '$.made')"
                            + " || json_extract(details, '$.who') || json_extract(details, '$.by')"
                            + " from chain_blocks where kind = 'HOLD' order by number limit 1"))
                    .isEqualTo(former + NOW.toEpochMilli() + "WangLi");
            assertThat(recorded.number("select count(*) from chain_blocks where kind = 'RELEASE'"))
                    .isEqualTo(1);
            recorded.change("update legal_holds set to_at = to_at - 1 where id = 1");
            assertThat(recorded.faults()).contains("legal hold 1: it was changed");
        }
    }

    @Test
    void aHoldThatWasChangedBeforeIsToldInTheNewChainsBeginning() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.holds().keep(hold("file 1"), "li.na");
            recorded.tell();
            recorded.change("update legal_holds set to_at = from_at + 1");
        }
        assertThat(brokenOff(2)).isTrue();
        begin(calls -> {});
        try (Recorded recorded = Recorded.open(directory)) {
            assertThat(String.join("\n", verify(recorded).notices()))
                    .contains("the former one said of the legal holds: legal hold 1: it was changed");
        }
    }
}
