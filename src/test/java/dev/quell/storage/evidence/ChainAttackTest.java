package dev.quell.storage.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.calllog.ClassifierVersion;
import dev.quell.evidence.KnownElsewhere;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.Calls;
import dev.quell.storage.chain.StoredBlock;
import dev.quell.storage.jdbc.JdbcVersionBook;
import dev.quell.storage.journal.RowFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who may write the database, and has not the key, cannot do unseen. */
class ChainAttackTest {

    private static final String SECOND = " where id = '" + Calls.id(2) + "'";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1L << 60, 1_000_000L << 12, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void aVerdictThatPointsPastTheEndIsNoLaterOne(long place) {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.change(
                    "update calls set action = 'PASS', class = 'NORMAL', symbols = '[]', caller = '+8613700137000', chain_v = "
                            + place + ", chain_e_who = json_array(caller, line, trunk, channel)" + SECOND);

            assertThat(recorded.faults())
                    .contains("call " + Calls.id(2) + ": its row was inserted, the chain does not have it");
        }
    }

    @Test
    void aVerdictThatPointsAtItsOwnEndIsNoVerdict() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.change("update calls set action = 'PASS', chain_v = chain_e" + SECOND);

            assertThat(recorded.faults())
                    .contains("call " + Calls.id(2) + ": its row was inserted, the chain does not have it");
        }
    }

    @Test
    void aBlockOfOneFactIsNoNote() {
        try (Recorded recorded = Recorded.in(directory)) {
            long number = recorded.alone(7);
            String line = line(recorded, number, 7);
            recorded.note("EXPORT");
            assertThat(recorded.opened()
                            .database()
                            .write(connection -> connection
                                    .sql(
                                            "update chain_blocks set note = :line, kind = 'EXPORT', signature = '00' where number = :number")
                                    .param("line", line)
                                    .param("number", number)
                                    .update())
                            .join())
                    .isEqualTo(1);
            recorded.change("update calls set action = 'PASS' where id = '" + Calls.id(7) + "'");

            assertThat(recorded.faults())
                    .contains("block " + number + ": its note is not one that the service wrote")
                    .contains("call " + Calls.id(7) + ": its verdict was changed");
        }
    }

    private static String line(Recorded recorded, long number, int call) {
        var reader = recorded.opened().database().reader();
        StoredBlock block = reader.sql(StoredBlock.COLUMNS + " where b.number = :number")
                .param("number", number)
                .query(StoredBlock::read)
                .single();
        Map<String, Object> row = reader.sql("select * from calls where id = :id")
                .param("id", Calls.id(call).toString())
                .query(RowMap::read)
                .single();
        byte[] salt = Objects.requireNonNull(block.contents()).salt(0);
        return new String(new RowFacts().verdict(row, salt), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update chain_blocks set note = replace(note, '\"at\"', '\"aT\"') where kind = 'EXPORT'",
                "update chain_blocks set signature = 'ff' || substr(signature, 3) where kind = 'EXPORT'",
                "update chain_blocks set kind = 'HEAD' where kind = 'EXPORT'",
                "update chain_blocks set details = '{}' where kind = 'EXPORT'",
                "update chain_blocks set note = null, kind = null where kind = 'EXPORT'",
                "delete from chain_blocks where kind = 'EXPORT'",
                "update chain_blocks set details = null where kind = 'EXPORT'"
            })
    void aNoteCannotBeChangedOrRemoved(String sql) {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.note("EXPORT");
            recorded.alone(7);
            assertThat(recorded.faults()).isEmpty();

            assertThat(recorded.change(sql)).isEqualTo(1);

            assertThat(recorded.faults())
                    .contains("block " + (recorded.number("select max(number) from chain_blocks") - 1));
        }
    }

    @Test
    void anotherKeyCannotWriteNotes() throws IOException {
        try (Recorded recorded = Recorded.in(directory)) {
            EvidenceKeys forger = new EvidenceKeys(directory.resolve("forged"));
            Recorded forged = new Recorded(recorded.opened(), directory, forger);
            forged.evidence().note("EXPORT", Calls.NOW, Map.of(), Map.of());
            assertThat(recorded.faults()).contains("its note is not one that the service wrote");

            forged.begin();
            forged.note("EXPORT");
            assertThat(recorded.faults())
                    .contains("notes of the chain are signed with the key "
                            + forger.get().fingerprint() + ", which is not the site's");
            assertThat(recorded.verify(KnownElsewhere.NOTHING).faults())
                    .as("also where the key is not known")
                    .anyMatch(fault -> fault.contains(
                            "signed with the key " + recorded.keys().get().fingerprint()));
        }
    }

    @Test
    void aForgedNoteOfRetentionGivesNoLeave() {
        try (Recorded recorded = Recorded.in(directory)) {
            EvidenceKeys forger = new EvidenceKeys(directory.resolve("forged"));
            new Recorded(recorded.opened(), directory, forger)
                    .evidence()
                    .note(
                            "RETENTION",
                            Calls.NOW,
                            Map.of("before", 9_000_000_000_000_000L, "ever", 9_000_000_000_000_000L),
                            Map.of());
            recorded.change("delete from calls where id = '" + Calls.id(3) + "'");

            assertThat(recorded.faults()).contains("call " + Calls.id(3) + ": its row was removed");
        }
    }

    @Test
    void aChainThatHasLostItsBeginningGetsNoOther() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.change("delete from chain_blocks");
            recorded.change("update calls set chain_v = null, chain_e = null");
            recorded.change("update chain_identity set before = 1000000000");

            assertThatThrownBy(recorded::begin)
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining("its beginning was signed once");
            assertThat(recorded.faults()).contains("the chain has no signed beginning");
        }
    }

    @Test
    void aTailThatWasCutOffIsMissedByTheHeadsThatWereTold() {
        try (Recorded recorded = Recorded.in(directory)) {
            String early = recorded.head();
            long number = recorded.alone(7);
            String late = recorded.head();
            assertThat(recorded.verify(List.of("noise", early, late)).faults()).isEmpty();
            assertThat(recorded.verify(List.of(early, late)).notices())
                    .contains("2 heads that were told earlier are in the chain");

            recorded.change("delete from calls where id = '" + Calls.id(7) + "'");
            recorded.change("delete from chain_blocks where number = " + number);
            assertThat(recorded.verify(List.of()).faults()).isEmpty();

            assertThat(recorded.verify(List.of(early, late)).faults())
                    .containsExactly("the head of 2026-11-22T00:00:00Z, block " + number
                            + ": it is not in the chain; the chain was cut off or built anew");
            assertThat(recorded.verify(List.of(late.replace("\"count\":1", "\"count\":2")))
                            .faults())
                    .singleElement()
                    .asString()
                    .contains("the line is damaged");
        }
    }

    @Test
    void aJournalThatWasSetBackIsNamed() {
        try (Recorded recorded = Recorded.in(directory)) {
            recorded.change("update journal_mark set sequence = sequence - 1");

            assertThat(recorded.faults()).contains("a part of it was set back");
        }
    }

    @Test
    void rulesThatWereChangedAreNamed() {
        try (Recorded recorded = Recorded.in(directory)) {
            new JdbcVersionBook(recorded.opened().database()).keep(new ClassifierVersion("r3-1", Calls.NOW, "{}"));
            recorded.begin();
            recorded.begin();
            assertThat(recorded.number("select count(*) from chain_blocks where kind = 'RULES'"))
                    .isEqualTo(1);
            assertThat(recorded.faults()).isEmpty();

            recorded.change("update classifier_versions set settings = '{ }'");

            assertThat(recorded.faults()).isEqualTo("rules r3-1: their settings were changed or removed");
        }
    }

    @Test
    void anEmptyKeyFileKeepsNothingButEvidenceFromWorking() throws IOException {
        Files.writeString(directory.resolve("evidence-key"), "");
        EvidenceKeys keys = new EvidenceKeys(directory.resolve("evidence-key"));

        assertThatThrownBy(keys::get).isInstanceOf(EvidenceFault.class).hasMessageContaining("evidence-key");
        assertThat(keys.fault()).contains("cannot be used");

        Files.delete(directory.resolve("evidence-key"));
        assertThat(keys.get().fingerprint()).hasSize(64);
        assertThat(keys.fault()).isEmpty();
    }
}
