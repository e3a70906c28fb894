package dev.quell.simulation.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    private final TextTable table = new TextTable("name", "n");

    @Test
    void columnsAreAsWideAsTheyNeed() {
        table.add("longer", "1");

        assertThat(table.plain()).isEqualTo("name    n\nlonger  1\n");
    }

    @Test
    void markdownHasARuleUnderTheHead() {
        table.add("a", "1");

        assertThat(table.markdown()).isEqualTo("| name | n |\n|---|---|\n| a | 1 |\n");
    }
}
