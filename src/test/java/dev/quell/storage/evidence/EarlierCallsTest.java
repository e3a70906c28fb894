package dev.quell.storage.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.call.CallOutcome;
import dev.quell.classifier.Language;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.pack.PackCheck;
import dev.quell.storage.Calls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that were there before the chain. */
class EarlierCallsTest {

    private static final String SECOND = " where id = '" + Calls.id(2) + "'";
    private static final Instant LATER =
            Instant.ofEpochMilli(Clock.systemUTC().millis()).plus(Duration.ofDays(100));

    @TempDir
    Path directory;

    /** Six calls as an older Quell left them, of which the fourth, the fifth and the sixth live. */
    private Recorded old() {
        Recorded recorded = Recorded.in(directory);
        recorded.change("delete from chain_blocks");
        recorded.change("update calls set chain_v = null, chain_e = null, chain_v_at = null, chain_e_who = null");
        recorded.change("update chain_identity set uid = 'aa', before = (select max(seq) from calls)");
        recorded.close();
        try {
            Files.delete(directory.resolve("evidence-key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Recorded.open(directory);
    }

    private Recorded hashed() {
        Recorded recorded = old();
        recorded.hashEarlier();
        recorded.tell();
        return recorded;
    }

    @Test
    void theyAreProvedWhenTheyAreHashedAndNotBefore() {
        try (Recorded recorded = old()) {
            recorded.tell();
            assertThat(recorded.verify().faults()).isEmpty();
            assertThat(recorded.verify().proves()).isFalse();
            assertThat(recorded.verify().unproved())
                    .singleElement()
                    .asString()
                    .startsWith("the calls from before the chain, 6, are not hashed yet");
            assertThatThrownBy(() -> pack(recorded))
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining("are not hashed yet");

            recorded.hashEarlier();
            recorded.tell();

            assertThat(recorded.verify().proves()).isTrue();
            assertThat(recorded.verify().unchained()).isEqualTo(6);
            assertThat(recorded.number("select count(*) from chain_blocks where kind = 'BEGUN'"))
                    .isEqualTo(1);
            recorded.hashEarlier();
            assertThat(recorded.number("select count(*) from chain_blocks where kind = 'BEGUN'"))
                    .isEqualTo(1);
        }
    }

    private static byte[] pack(Recorded recorded) {
        return Recorded.make(recorded.packs(Calls.NOW.plus(Duration.ofDays(1))), PackTest.order(Language.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caller = '+8613700137000'",
                "class = 'NORMAL'",
                "arrived_at = arrived_at - 1",
                "outcome = 'TALKED'",
                "ended_at = null",
                "id = 'pbx:9.9'"
            })
    void oneThatIsRewrittenIsNamed(String change) {
        try (Recorded recorded = hashed()) {
            assertThat(recorded.change("update calls set " + change + SECOND)).isEqualTo(1);

            assertThat(recorded.faults()).contains("from before the chain: it was changed");
        }
    }

    @Test
    void noPackIsMadeOfOneThatIsRewritten() {
        try (Recorded recorded = hashed()) {
            recorded.change("update calls set class = 'NORMAL'" + SECOND);

            assertThatThrownBy(() -> pack(recorded))
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining("the row of call " + Calls.id(2));
        }
    }

    @Test
    void oneThatIsRemovedIsNamed() {
        try (Recorded recorded = hashed()) {
            recorded.change("delete from calls" + SECOND);

            assertThat(recorded.faults())
                    .contains("the call of row 2, from before the chain")
                    .contains("it was removed");
        }
    }

    @ParameterizedTest
    @CsvSource({"-5", "0", "2", "100"})
    void oneMoreIsNamed(long seq) {
        try (Recorded recorded = hashed()) {
            recorded.change("delete from calls where seq = " + seq);
            recorded.change("update chain_identity set before = 1000000000");
            recorded.change("insert into calls (seq, id, arrived_at, caller, line, trunk, channel, action) values ("
                    + seq + ", 'pbx:9.9', " + Calls.NOW.toEpochMilli() + ", '+8613800138000', '1', 't', 'c', 'PASS')");

            assertThat(recorded.faults()).contains("call pbx:9.9");
            assertThatThrownBy(() -> pack(recorded))
                    .as("the column before is not believed")
                    .isInstanceOf(EvidenceFault.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from chain_before",
                "update chain_before set calls = zeroblob(length(calls))",
                "update chain_before set calls = substr(calls, 1, 24)"
            })
    void theirHashesCannotBeChanged(String sql) {
        try (Recorded recorded = hashed()) {
            recorded.change(sql);

            assertThat(recorded.faults())
                    .isEqualTo(
                            "calls from before the chain, rows 1 to 6: their hashes were changed or removed, so that they prove nothing");
        }
    }

    @Test
    void oneThatLivedThenMayBeScreenedAgainAndEnd() {
        try (Recorded recorded = hashed()) {
            recorded.opened()
                    .calls()
                    .concluded(Calls.concluded(Calls.screened(4), CallOutcome.SILENT))
                    .join();
            recorded.other(5);
            recorded.opened().settle();
            recorded.tell();

            assertThat(recorded.verify().faults()).isEmpty();
            assertThat(recorded.verify().unchained()).isEqualTo(5);
            recorded.change("update calls set caller = '+8613700137000' where id = '" + Calls.id(4) + "'");
            assertThat(recorded.faults()).contains("call " + Calls.id(4) + ", from before the chain: it was changed");
        }
    }

    @Test
    void retentionRemovesThemAndTheirPages() {
        try (Recorded recorded = hashed()) {
            assertThat(recorded.retain(LATER)).isEqualTo(6);
            recorded.tell();
            assertThat(recorded.verify().faults()).isEmpty();
            assertThat(recorded.verify().removed()).isEqualTo(6);

            recorded.earlier().drop();

            assertThat(recorded.number("select count(*) from chain_before")).isZero();
            assertThat(recorded.verify().faults()).isEmpty();
        }
    }

    @Test
    void aPackOfThemHolds() throws IOException {
        try (Recorded recorded = hashed()) {
            Path pack = Files.write(directory.resolve("p.zip"), pack(recorded));

            assertThat(PackCheck.of(pack, Optional.empty())).allMatch(finding -> finding.holds());
        }
    }
}
