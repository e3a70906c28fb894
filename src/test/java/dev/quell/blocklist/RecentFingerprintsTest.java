package dev.quell.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import org.junit.jupiter.api.Test;

class RecentFingerprintsTest {

    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");

    private final RecentFingerprints fingerprints = new RecentFingerprints();

    @Test
    void aCallersOwnCallsDoNotMakeTheFingerprintCommon() {
        seen(CALLER, "trunk", "rare", 50);
        others("trunk", "common", 9);
        others("trunk", "rare", 1);

        assertThat(fingerprints.amongOthers(CALLER, "trunk", "rare", 10)).hasValue(0.1);
    }

    @Test
    void tooFewCallsOfOthersTellNothing() {
        others("trunk", "common", 9);

        assertThat(fingerprints.amongOthers(CALLER, "trunk", "rare", 10)).isEmpty();
        assertThat(fingerprints.amongOthers(CALLER, "trunk", "rare", 9)).hasValue(0);
        assertThat(fingerprints.amongOthers(CALLER, "never seen", "rare", 1)).isEmpty();
        assertThat(fingerprints.amongOthers(CALLER, "never seen", "rare", 0)).hasValue(0);
    }

    @Test
    void trunksAreApart() {
        others("one", "rare", 10);
        others("two", "common", 10);

        assertThat(fingerprints.amongOthers(CALLER, "one", "rare", 10)).hasValue(1);
        assertThat(fingerprints.amongOthers(CALLER, "two", "rare", 10)).hasValue(0);
    }

    @Test
    void onlyTheLastThousandCallsCount() {
        others("trunk", "rare", 500);
        others("trunk", "common", 1000);

        assertThat(fingerprints.amongOthers(CALLER, "trunk", "rare", 10)).hasValue(0);
    }

    @Test
    void theTrunkUsedLongestAgoIsForgotten() {
        others("first", "rare", 10);
        for (int i = 0; i < 256; i++) {
            others("trunk" + i, "common", 1);
        }

        assertThat(fingerprints.amongOthers(CALLER, "first", "rare", 1)).isEmpty();
        assertThat(fingerprints.amongOthers(CALLER, "trunk0", "common", 1)).hasValue(1);
    }

    private void others(String trunk, String fingerprint, int times) {
        seen(new CallerNumber.E164("+8613900139000"), trunk, fingerprint, times);
    }

    private void seen(CallerNumber caller, String trunk, String fingerprint, int times) {
        for (int i = 0; i < times; i++) {
            fingerprints.seen(caller, trunk, fingerprint);
        }
    }
}
