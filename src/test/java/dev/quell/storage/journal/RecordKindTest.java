package dev.quell.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.CallRows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A kind of record stays what it is: who changes the columns makes another kind, or records of an older service are misread. */
class RecordKindTest {

    @Test
    void verdictTellsTheColumnsOfItsKindInOrder() {
        List<String> told = new ArrayList<>();
        CallScreened call = Calls.screened(1);

        CallRows.screened(call, (name, value) -> told.add(name));

        assertThat(told)
                .containsExactlyElementsOf(RecordKind.SCREENED.columns())
                .hasSize(35);
    }

    @Test
    void endTellsTheColumnsOfItsKindInOrder() {
        List<String> told = new ArrayList<>();
        CallConcluded end = Calls.concluded(Calls.screened(1), CallOutcome.SILENT);

        CallRows.concluded(end, (name, value) -> told.add(name));

        assertThat(told)
                .containsExactlyElementsOf(RecordKind.CONCLUDED.columns())
                .hasSize(30);
    }

    @Test
    void endWithoutHindsightTellsTheSameColumns() {
        List<String> told = new ArrayList<>();

        CallRows.concluded(Calls.unscreened(1, Calls.CALLER, Calls.NOW), (name, value) -> told.add(name));

        assertThat(told).containsExactlyElementsOf(RecordKind.CONCLUDED.columns());
    }

    @Test
    void codesAreForGood() {
        assertThat(RecordKind.of((byte) 1)).isEqualTo(RecordKind.SCREENED);
        assertThat(RecordKind.of((byte) 2)).isEqualTo(RecordKind.CONCLUDED);
        assertThat(RecordKind.of((byte) 3)).isEqualTo(RecordKind.REHEARSED);
        assertThat(RecordKind.of((byte) 0)).isNull();
        assertThat(RecordKind.of((byte) 4)).isNull();
    }
}
