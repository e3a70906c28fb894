package dev.quell.storage.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.storage.journal.Opened;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedNotesTest {

    @TempDir
    Path directory;

    @Test
    void someKindsAreFoundWithoutReadingTheWholeChain() {
        try (Opened opened = Opened.in(directory)) {
            List<String> plan = opened.database()
                    .reader()
                    .sql("explain query plan " + TrustedNotes.OF_KINDS)
                    .param("kinds", List.of("GENESIS", "HOLD"))
                    .query((row, number) -> row.getString("detail"))
                    .list();

            assertThat(String.join("\n", plan))
                    .contains("SEARCH b USING INDEX chain_blocks_by_kind (kind=?)")
                    .doesNotContain("SCAN b");
        }
    }
}
