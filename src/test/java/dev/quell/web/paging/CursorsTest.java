package dev.quell.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Link header has leads on, whatever the names of a list's items are. */
class CursorsTest {

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1_795_338_360_000L, 0, Long.MAX_VALUE})
    void aPlaceOfAnyRankIsReadAsItWasWritten(long rank) {
        assertReadable(new Spot(rank, "li"));
    }

    @Test
    void aPlaceWithAnyNameIsReadAsItWasWritten() {
        assertReadable(new Spot(1, ""));
        assertReadable(new Spot(1, "two\nlines\u2028three"));
        assertReadable(new Spot(1, "坐席".repeat(150)));
        assertReadable(new Spot(1, "a b for PJSIP/1001"));
    }

    private static void assertReadable(Spot spot) {
        assertThat(Spot.read(Cursors.read("agents", Cursors.write("agents", spot.text()))))
                .isEqualTo(spot);
    }

    @Test
    void aPlaceOfAnotherListIsNone() {
        String cursor = Cursors.write("agents", "1 li");

        assertThatIllegalArgumentException().isThrownBy(() -> Cursors.read("tokens", cursor));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursors.read("agents", cursor + "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursors.read("agents", "A".repeat(4097)));
    }
}
