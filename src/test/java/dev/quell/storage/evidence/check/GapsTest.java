package dev.quell.storage.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.storage.evidence.DroppedBlocks.Range;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapsTest {

    private static final Gaps GAPS =
            new Gaps(List.of(range(1, 10), range(12, 14), range(1, 20), range(30, 40), range(35, 50)));

    private static Range range(long from, long to) {
        return new Range(from, to, "", "", 0);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 21, 1, 20",
        "1, 20, 1, 10",
        "11, 21, 1, 20",
        "12, 21, 12, 14",
        "16, 21, 1, 20",
        "20, 21, 1, 20",
        "38, 60, 35, 50",
        "38, 50, 30, 40",
        "41, 60, 35, 50",
        "50, 51, 35, 50"
    })
    void theBestRangeThatEndsInTimeIsFound(long number, long before, long from, long to) {
        assertThat(GAPS.of(number, before)).contains(range(from, to));
    }

    @ParameterizedTest
    @CsvSource({"0, 99", "21, 99", "29, 99", "51, 99", "1, 10", "16, 20"})
    void noOtherIs(long number, long before) {
        assertThat(GAPS.of(number, before)).isEmpty();
    }

    @Test
    void withoutABoundTheLongestIsFound() {
        assertThat(GAPS.of(1)).contains(range(1, 20));
    }
}
