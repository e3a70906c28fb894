package dev.quell.storage.redis.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.storage.memory.NearCache;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private final Versions versions = new Versions();

    private static List<Long> shown(long ofPartSeven) {
        List<Long> all = new ArrayList<>(Collections.nCopies(NearCache.PARTS, 0L));
        all.set(7, ofPartSeven);
        return all;
    }

    @BeforeEach
    void begin() {
        versions.see(shown(5), true);
    }

    @Test
    void noticesInOrderMissNothing() {
        assertThat(versions.hear(7, 6)).isFalse();
        assertThat(versions.hear(7, 7)).isFalse();
        assertThat(versions.see(shown(7), false)).isEmpty();
        assertThat(versions.see(shown(7), false)).isEmpty();
    }

    @Test
    void noticeAfterAGapMissedOne() {
        assertThat(versions.hear(7, 7)).isTrue();
        assertThat(versions.hear(7, 8)).isFalse();
    }

    @Test
    void versionWhoseNoticeIsOnItsWayIsMissedOnlyIfItDoesNotComeUntilTheNextLook() {
        assertThat(versions.see(shown(6), false)).isEmpty();
        assertThat(versions.hear(7, 6)).isFalse();
        assertThat(versions.see(shown(6), false)).isEmpty();

        assertThat(versions.see(shown(7), false)).isEmpty();
        assertThat(versions.see(shown(7), false)).containsExactly(7);
        assertThat(versions.see(shown(7), false)).isEmpty();
    }

    @Test
    void noticeThatOvertakesTheAnswerIsNoLoss() {
        versions.hear(7, 6);
        assertThat(versions.see(shown(5), false)).isEmpty();
        assertThat(versions.see(shown(6), false)).isEmpty();
    }

    @Test
    void versionsThatBeginAnewAreALoss() {
        versions.see(shown(5), false);

        assertThat(versions.see(shown(1), false)).containsExactly(7);
        assertThat(versions.hear(7, 2)).isFalse();
        assertThat(versions.see(shown(2), false)).isEmpty();
    }

    @Test
    void afterALostConnectionWhateverDiffersWasMissed() {
        assertThat(versions.see(shown(6), true)).containsExactly(7);
        assertThat(versions.see(shown(6), true)).isEmpty();
    }
}
