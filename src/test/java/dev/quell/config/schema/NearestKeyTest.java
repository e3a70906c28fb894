package dev.quell.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestKeyTest {
    @ParameterizedTest
    @CsvSource({"mode,mode,0", "mode,mdoe,1", "mode,mod,1", "mode,modes,1", "mode,made,1", "mode,mud,2", "'',abc,3"})
    void editsAreCounted(String from, String to, int edits) {
        assertThat(NearestKey.edits(from, to)).isEqualTo(edits);
        assertThat(NearestKey.edits(to, from)).isEqualTo(edits);
    }

    @Test
    void aShortWordMayDifferByOneEditALongOneByTwo() {
        assertThat(NearestKey.among(List.of("mode"), "mdoe")).contains("mode");
        assertThat(NearestKey.among(List.of("mode"), "mud")).isEmpty();
        assertThat(NearestKey.among(List.of("screening"), "screnin")).contains("screening");
        assertThat(NearestKey.among(List.of("screening"), "scrnin")).isEmpty();
    }

    @Test
    void theNearestWins() {
        assertThat(NearestKey.among(List.of("listens", "listen"), "lisen")).contains("listen");
    }
}
