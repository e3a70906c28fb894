package dev.quell.reporting.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionTest {

    @Test
    void peopleReadCountsWithTheirThousandsApart() {
        Section section = new Section(
                "Calls",
                List.of("Day", "Calls", "Share"),
                List.of(List.of("20261123", "3171385", "86.5 %"), List.of("2026-11-24", "999", "1000")),
                List.of());

        assertThat(section.readable())
                .containsExactly(List.of("20261123", "3,171,385", "86.5 %"), List.of("2026-11-24", "999", "1,000"));
        assertThat(section.rows().getFirst()).containsExactly("20261123", "3171385", "86.5 %");
    }
}
