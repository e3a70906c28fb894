package dev.quell.storage.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.evidence.ChainFindings;
import dev.quell.evidence.ChainReport;
import dev.quell.evidence.KnownElsewhere;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.evidence.key.KeyLines.End;
import dev.quell.storage.Calls;
import dev.quell.storage.ChainRepair;
import dev.quell.storage.DataBackup;
import dev.quell.storage.journal.Opened;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole log that somebody forges or shortens, and would have the service sign: it does not, and who looks sees it. */
class ChainForgeryTest {

    private static final Instant NOW = Instant.ofEpochMilli(Clock.systemUTC().millis());
    private static final Map<String, String> WORDS = Map.of("who", "Li", "why", "the disk was changed");

    @TempDir
    Path directory;

    /** All calls are made such that came before a chain of another name. */
    private static void forge(Recorded recorded) {
        recorded.change("delete from chain_blocks");
        recorded.change(
                "update calls set chain_v = null, chain_e = null, chain_e_who = null, caller = '+8613700137000'");
        recorded.change("update chain_identity set uid = 'aa', before = (select max(seq) from calls)");
    }

    /** The service as it is started anew. */
    private static Recorded again(Recorded recorded) {
        return recorded.with(new EvidenceKeys(recorded.directory().resolve("evidence-key")));
    }

    private static ChainReport verify(Recorded recorded, Set<String> formerly, Set<Long> restored, String... heads) {
        KnownElsewhere known = recorded.known(List.of(heads));
        return recorded.verify(new KnownElsewhere(known.keys(), known.file(), known.heads(), formerly, restored));
    }

    @Test
    void aClearedChainOfAnotherNameIsNotSignedByARunningService() {
        try (Recorded recorded = Recorded.in(directory)) {
            ChainBeginning running = recorded.beginning();
            running.begin();
            forge(recorded);

            assertThatThrownBy(running::begin)
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining("the database has another chain than at the start");
            assertThatThrownBy(() -> recorded.note("EXPORT")).isInstanceOf(EvidenceFault.class);
            assertThat(recorded.number("select count(*) from chain_blocks")).isZero();
            assertThat(recorded.keys().fault()).contains("is not the one that the key signed");
            assertThat(recorded.faults()).contains("the key's file does not know the chain of this database, aa");
        }
    }

    @Test
    void aClearedChainOfAnotherNameIsNotSignedAtTheStart() {
        try (Recorded recorded = Recorded.in(directory)) {
            String uid = recorded.text("select uid from chain_identity");
            String head = recorded.head();
            forge(recorded);
            Recorded started = again(recorded);

            assertThatThrownBy(started::begin)
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining("the key has signed the chain " + uid + ", and the database has another, aa");
            assertThatThrownBy(() -> started.note("EXPORT")).isInstanceOf(EvidenceFault.class);
            assertThat(recorded.number("select count(*) from chain_blocks")).isZero();
            assertThat(String.join(
                            " ", verify(recorded, Set.of(), Set.of(), head).faults()))
                    .contains("the chain has no signed beginning")
                    .contains("it is of another chain, " + uid);
        }
    }

    @Test
    void anotherChainThatPeopleLetBeginIsToldOfUntilTheyNameTheFormer() {
        String uid;
        String head;
        try (Recorded recorded = Recorded.in(directory)) {
            uid = recorded.text("select uid from chain_identity");
            head = recorded.head();
        }
        String made = ChainRepair.begin(directory, directory.resolve("evidence-key"), WORDS, calls -> {});
        try (Recorded recorded = Recorded.open(directory)) {
            recorded.hashEarlier();
            assertThat(recorded.text("select uid from chain_identity"))
                    .isEqualTo(made)
                    .isNotEqualTo(uid);
            assertThat(recorded.verify().unchained()).isEqualTo(6);
            assertThat(recorded.verify(List.of(head)).faults()).hasSize(2).allMatch(fault -> fault.contains(uid));
            assertThat(verify(recorded, Set.of(uid), Set.of(), head).faults()).isEmpty();
            assertThat(recorded.text("select json_extract(note, '$.why') from chain_blocks where kind = 'GENESIS'"))
                    .isEqualTo("the disk was changed");
            assertThat(recorded.keys().get().lines().leave()).isEmpty();
        }
    }

    @Test
    void aTailThatWasCutOffIsNeitherSignedNorPassed() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.alone(7);
            recorded.tell();
            assertThat(recorded.verify().proves()).isTrue();
            long end = recorded.number("select max(number) from chain_blocks");
            recorded.change("delete from chain_blocks where number >= " + (end - 1));
            recorded.change("delete from calls where id = '" + Calls.id(7) + "'");
            Recorded started = again(recorded);

            assertThatThrownBy(started::begin)
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining("block " + end + ", which was told to be its end, is not in the database");
            assertThat(recorded.faults())
                    .isEqualTo(
                            "block " + end
                                    + ", which the key's file has as the chain's end, is not in the chain; the chain was cut off or built anew");
        }
    }

    @Test
    void aTailThatIsCutOffWhileTheServiceRunsIsNotSignedThoughItWasNeverTold() {
        try (Recorded recorded = Recorded.in(directory)) {
            long number = recorded.alone(7);
            ChainBeginning running = recorded.beginning();
            running.begin();
            recorded.change("delete from chain_blocks where number = " + number);
            recorded.alone(8);

            assertThatThrownBy(running::begin)
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining(
                            "block " + number + ", which was its end a minute ago, is not in the database");
        }
    }

    @Test
    void aForgedWordOfARestoreDoesNothing() {
        try (Recorded recorded = Recorded.in(directory)) {
            long number = recorded.alone(7);
            recorded.tell();
            String head = recorded.head();
            recorded.change("delete from chain_blocks where number >= " + number);
            recorded.change("delete from calls where id = '" + Calls.id(7) + "'");
            recorded.change("update chain_identity set restored = '{\"made\":\"2026-11-20T00:00:00Z\"}'");
            Recorded started = again(recorded);

            assertThatThrownBy(started::begin).isInstanceOf(EvidenceFault.class);
            assertThat(recorded.number("select count(*) from chain_blocks where kind = 'RESTORE'"))
                    .isZero();
            assertThat(verify(recorded, Set.of(), Set.of(), head).faults()).hasSize(2);
        }
    }

    @Test
    void aRestoreIsToldAndPeopleMustSayThatTheyWantedIt() throws IOException {
        Path data = directory.resolve("data");
        Path copy = directory.resolve("copy.zip");
        String before;
        String after;
        long end;
        try (Recorded recorded = Recorded.in(data)) {
            recorded.tell();
            before = recorded.head();
            end = recorded.number("select max(number) from chain_blocks");
            DataBackup.write(data, copy, NOW);
            recorded.alone(7);
            recorded.tell();
            after = recorded.head();
        }
        DataBackup.restore(copy, data, data.resolve("evidence-key"), NOW.plusSeconds(60));

        try (Recorded recorded = Recorded.open(data)) {
            assertThat(recorded.faults()).isEmpty();
            assertThat(recorded.verify().proves()).isTrue();
            long note = recorded.number("select number from chain_blocks where kind = 'RESTORE'");
            assertThat(note).isEqualTo(end + 1);
            assertThat(String.join(" ", recorded.verify().notices())).contains("a copy of " + NOW + " was restored");
            assertThat(verify(recorded, Set.of(), Set.of(), before, after).faults())
                    .singleElement()
                    .asString()
                    .contains("--restored " + note);
            assertThat(verify(recorded, Set.of(), Set.of(note), before, after).faults())
                    .isEmpty();
            assertThat(recorded.keys().get().lines().leave()).isEmpty();
            recorded.begin();
            assertThat(recorded.number("select count(*) from chain_blocks where kind = 'RESTORE'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aRestoreWithTheKeyElsewhereGoesOn() {
        Path data = directory.resolve("data");
        Path key = directory.resolve("keys/quell");
        Path copy = directory.resolve("copy.zip");
        try (Recorded recorded = Recorded.open(data, key)) {
            recorded.alone(6);
            recorded.tell();
            DataBackup.write(data, copy, NOW);
            recorded.alone(7);
            recorded.tell();
        }
        DataBackup.restore(copy, data, key, NOW.plusSeconds(60));

        try (Recorded recorded = Recorded.open(data, key)) {
            assertThat(recorded.number("select count(*) from chain_blocks where kind = 'RESTORE'"))
                    .isEqualTo(1);
            assertThat(recorded.text("select json_extract(note, '$.former') from chain_blocks where kind = 'RESTORE'"))
                    .matches("[0-9]+ [0-9a-f]{64}");
        }
    }

    @Test
    void whatPeopleAcceptIsToldInTheChain() {
        long number;
        try (Recorded recorded = Recorded.in(directory)) {
            number = recorded.alone(7);
            recorded.tell();
            recorded.change("delete from chain_blocks where number > " + number);
            assertThatThrownBy(again(recorded)::begin).isInstanceOf(EvidenceFault.class);
        }
        assertThat(accept(false)).isEqualTo(number);

        try (Recorded recorded = Recorded.open(directory)) {
            assertThat(recorded.faults()).isEmpty();
            assertThat(String.join(" ", recorded.verify().notices()))
                    .contains("Li accepted that, the disk was changed");
        }
    }

    private ChainFindings look() {
        return ChainRepair.look(directory, directory.resolve("evidence-key"), block -> {});
    }

    private long accept(boolean changed) {
        return ChainRepair.accept(directory, directory.resolve("evidence-key"), WORDS, look(), changed);
    }

    /** An older version takes an older copy on: it writes blocks that nobody signs, and calls without a place. */
    private long olderCopyTakenOn() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.tell();
            long end = recorded.number("select max(number) from chain_blocks");
            recorded.change("delete from chain_blocks where number = " + end);
            recorded.alone(7);
            recorded.alone(8);
            recorded.change("update calls set chain_v = null where id = '" + Calls.id(8) + "'");
            recorded.change(
                    "delete from chain_blocks where number = (select max(number) from chain_blocks where kind is null)");
            assertThatThrownBy(again(recorded)::begin)
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining("were written by a version that does not sign")
                    .hasMessageContaining("quell chain look");
            return end;
        }
    }

    @Test
    void callsThatNobodySignedAreToldApartFromRowsThatWereChanged() {
        long end = olderCopyTakenOn();

        assertThat(look().endGone()).isEqualTo(end);
        assertThat(look().harmless()).isTrue();
        assertThat(look().unsigned().calls()).isGreaterThanOrEqualTo(2);
        assertThat(look().unsigned().first()).isEqualTo(Calls.NOW);
        accept(false);
        try (Recorded recorded = Recorded.open(directory)) {
            assertThat(recorded.text("select json_extract(note, '$.found') from chain_blocks where kind = 'RESTORE'"))
                    .startsWith("block " + end + ", told to be the end, is gone; ")
                    .contains("calls without a signature")
                    .doesNotContain("changed");
            assertThat(String.join(" ", recorded.verify().notices())).contains("found then: block " + end);
        }
    }

    @Test
    void whoAcceptsAnOlderCopyDoesNotAcceptAChangeWithIt() {
        olderCopyTakenOn();
        try (Recorded recorded =
                new Recorded(Opened.in(directory), directory, new EvidenceKeys(directory.resolve("evidence-key")))) {
            recorded.change("update calls set caller = '+8613700137000' where id = '" + Calls.id(1) + "'");
        }
        assertThat(look().changed()).as("its verdict and its end").isEqualTo(2);
        assertThatThrownBy(() -> accept(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rows were changed or are missing");
        assertThat(new EvidenceKeys(directory.resolve("evidence-key"))
                        .get()
                        .lines()
                        .leave())
                .isEmpty();

        accept(true);
        try (Recorded recorded = Recorded.open(directory)) {
            assertThat(recorded.text("select json_extract(note, '$.found') from chain_blocks where kind = 'RESTORE'"))
                    .contains("2 faults, rows were changed or are missing");
        }
    }

    @Test
    void aKeyThatTheFormerVouchesForNeedsNoOtherWord() {
        String former;
        try (Recorded recorded = Recorded.in(directory)) {
            former = recorded.keys().get().fingerprint();
        }
        String made = ChainRepair.changeKey(directory, directory.resolve("evidence-key"), directory.resolve("former"));

        try (Recorded recorded = Recorded.open(directory)) {
            assertThat(recorded.verify().faults()).isEmpty();
            assertThat(recorded.verify().keys()).containsExactly(former, made);
            assertThat(recorded.verify().proves()).isTrue();
            String by = recorded.text("select json_extract(note, '$.by') from chain_blocks where kind = 'KEY'");
            assertThat(by).hasSize(128);
        }
    }

    @Test
    void withoutTheKeysFileAndWithoutHeadsNothingIsProved() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.tell();
            String head = recorded.head();
            String key = recorded.keys().get().fingerprint();
            assertThat(compared(recorded, Set.of(), List.of(head)).unproved()).hasSize(1);
            assertThat(compared(recorded, Set.of(key), List.of()).unproved()).hasSize(1);
            assertThat(compared(recorded, Set.of(key), List.of(head)).proves()).isTrue();
            assertThat(compared(recorded, Set.of(), List.of()).holds()).isTrue();
        }
    }

    private static ChainReport compared(Recorded recorded, Set<String> keys, List<String> heads) {
        return recorded.verify(new KnownElsewhere(keys, Optional.empty(), heads, Set.of(), Set.of()));
    }

    @Test
    void theKeysFileKeepsTheEndAndNothingElseIsLost() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.tell();
            String uid = recorded.text("select uid from chain_identity");
            EvidenceKeys read = new EvidenceKeys(directory.resolve("evidence-key"));

            assertThat(read.get().fingerprint()).isEqualTo(recorded.keys().get().fingerprint());
            assertThat(read.get().lines().chains()).containsExactly(uid);
            assertThat(read.get().lines().end(uid))
                    .contains(new End(
                            recorded.number("select max(number) from chain_blocks"),
                            recorded.text("select hash from chain_blocks order by number desc limit 1")));
        }
    }
}
