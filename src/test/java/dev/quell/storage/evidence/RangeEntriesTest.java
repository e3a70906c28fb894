package dev.quell.storage.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.evidence.HeldSource;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcListStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries for ranges in the evidence of a number or a prefix. */
class RangeEntriesTest {

    @TempDir
    Path directory;

    @Test
    void thoseThatMeanASourceAreTold() {
        try (Recorded recorded = Recorded.open(directory)) {
            for (String range : List.of(
                    "+8613800137990-+8613800138009",
                    "+8613800138001-+8613800138009",
                    "+861380013790-+861380013809",
                    "+8613799999000-+8613800000999")) {
                new JdbcListStore(recorded.opened().database()).keep(entry(range), Calls.NOW);
            }

            assertThat(told(recorded, "+8613800138000")).containsExactly("+8613800137990-+8613800138009");
            assertThat(told(recorded, "+86138001380*"))
                    .containsExactlyInAnyOrder(
                            "+8613800137990-+8613800138009",
                            "+8613800138001-+8613800138009",
                            "+861380013790-+861380013809");
            assertThat(told(recorded, "+861379*")).containsExactly("+8613799999000-+8613800000999");
        }
    }

    private static List<Object> told(Recorded recorded, String source) {
        return recorded.evidence().entries(ListPattern.parse(source)).stream()
                .map(entry -> entry.get("pattern"))
                .toList();
    }

    private static ListEntry entry(String range) {
        return new ListEntry(
                0,
                ListKind.BLOCK,
                ListPattern.parse(range),
                "campaign",
                "wang",
                Origin.MANUAL,
                Calls.NOW,
                Optional.of(Calls.NOW.plus(Duration.ofDays(1))),
                0);
    }

    @Test
    void aRangeItselfIsNoSource() {
        assertThat(HeldSource.parse("+86138*")).isEqualTo(ListPattern.parse("+86138*"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeldSource.parse("+8613800137990-+8613800138009"))
                .withMessageContaining("not of a range");
    }
}
