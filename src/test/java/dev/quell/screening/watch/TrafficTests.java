package dev.quell.screening.watch;

import static dev.quell.testing.CallBuilder.aCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListQuery;
import dev.quell.classifier.Action;
import dev.quell.flag.FlagReason;
import dev.quell.screening.CallScreened;
import dev.quell.testing.CallCentre;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes on around calls reaches the verdict in a running service. */
class TrafficTests {

    private final CallCentre centre = CallCentre.open();
    private int serial = 10_000_000;

    @AfterEach
    void close() {
        centre.close();
    }

    private String stranger() {
        return "+86138" + serial++;
    }

    private CallScreened strangerCalls() {
        return centre.screens(aCall().from(stranger()));
    }

    private static boolean hit(CallScreened call, String symbol) {
        return call.verdict().symbols().stream().anyMatch(found -> found.name().equals(symbol));
    }

    private void watchedForAnHour() {
        strangerCalls();
        centre.clock().advance(Duration.ofHours(1));
    }

    @Test
    void strangersOfAFloodAreChallengedFromTheTenthAndNobodyIsBlocked() {
        watchedForAnHour();
        for (int i = 1; i < 10; i++) {
            assertThat(strangerCalls().applied()).isEqualTo(Action.PASS);
        }
        for (int i = 10; i <= 20; i++) {
            CallScreened call = strangerCalls();
            assertThat(call.applied()).isEqualTo(Action.CHALLENGE);
            assertThat(call.verdict().cause()).isEqualTo("flood");
        }

        assertThat(centre.lists().page(ListQuery.newest(ListKind.BLOCK, 100))).isEmpty();
    }

    @Test
    void fiveSilentCallersMakeATrunkSilentAndOneDoesNot() {
        String harasser = stranger();
        for (int i = 0; i < 8; i++) {
            centre.silent(aCall().from(harasser).over("a"));
        }
        assertThat(hit(centre.screens(aCall().from(stranger()).over("a")), "TRUNK_SILENCE"))
                .isFalse();
        for (int i = 0; i < 4; i++) {
            centre.silent(aCall().from(stranger()).over("a"));
        }

        assertThat(hit(centre.screens(aCall().from(stranger()).over("a")), "TRUNK_SILENCE"))
                .isTrue();
        assertThat(hit(centre.screens(aCall().from(stranger()).over("b")), "TRUNK_SILENCE"))
                .isFalse();
    }

    @Test
    void aNumberOnTwoTrunksIsFound() {
        String caller = stranger();
        assertThat(hit(centre.screens(aCall().from(caller).over("a")), "TWO_TRUNKS"))
                .isFalse();

        assertThat(hit(centre.screens(aCall().from(caller).over("b")), "TWO_TRUNKS"))
                .isTrue();
    }

    @Test
    void agentsFlagsColourTheTrunkOfTheCall() {
        for (int i = 0; i < 60; i++) {
            centre.talks(aCall().from(stranger()).over("b"), 100);
        }
        for (int i = 0; i < 30; i++) {
            CallScreened call = centre.talks(aCall().from(stranger()).over("a"), 100);
            centre.flags().flag(call.call().id(), call.call().caller(), "PJSIP/1001", FlagReason.ABUSE, "");
        }

        assertThat(hit(centre.screens(aCall().from(stranger()).over("a")), "TRUNK_PRIOR"))
                .isTrue();
    }
}
