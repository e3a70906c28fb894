package dev.quell.flag.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.history.PastFlag;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A flag from the code in the call and one from a program's button are one agent's opinion. */
class PassedOnFlagsTest {

    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final FlagLedger ledger = new FlagLedger();

    @Test
    void twoWaysOfOneAgentBearNothingOut() {
        ledger.flagged(CALLER, new CallId("pbx", "1.1"), "PJSIP/1001", NOW);
        ledger.flagged(CALLER, new CallId("pbx", "1.1"), "token:k3j9x2m4q8aa for PJSIP/1001", NOW);

        assertThat(ledger.all()).containsOnlyKeys("PJSIP/1001");
        assertThat(ledger.of("PJSIP/1001").held()).isZero();
    }

    @Test
    void twoAgentsOfOneProgramAreTwo() {
        ledger.flagged(CALLER, new CallId("pbx", "1.1"), "api for PJSIP/1001", NOW);
        ledger.flagged(CALLER, new CallId("pbx", "1.2"), "api for PJSIP/1002", NOW);

        assertThat(ledger.of("PJSIP/1001").held()).isEqualTo(1);
    }

    @Test
    void aPastFlagIsTheAgents() {
        assertThat(PastFlag.whole(NOW, "api for PJSIP/1001", "abuse"))
                .isEqualTo(PastFlag.whole(NOW, "PJSIP/1001", "abuse"));
    }

    @Test
    void aProgramThatTakesItsOwnWordBackProvesNobodyWrong() {
        ledger.flagged(CALLER, new CallId("pbx", "1.1"), "api for PJSIP/1001", NOW);
        ledger.undone(CALLER, new CallId("pbx", "1.1"), "api for PJSIP/1001", "api");

        assertThat(ledger.all()).isEmpty();
    }

    @Test
    void aProgramThatTakesAnothersWordBackProvesItWrong() {
        ledger.flagged(CALLER, new CallId("pbx", "1.1"), "api for PJSIP/1001", NOW);
        ledger.undone(CALLER, new CallId("pbx", "1.1"), "api for PJSIP/1001", "token:k3j9x2m4q8aa");

        assertThat(ledger.of("PJSIP/1001").failed()).isEqualTo(1);
    }

    @Test
    void whatTheAgentTookBackStillStandsWhereAProgramSaidItToo() {
        CallId call = new CallId("pbx", "1.1");
        ledger.flagged(CALLER, call, "PJSIP/1001", NOW);
        ledger.flagged(CALLER, call, "api for PJSIP/1001", NOW);
        ledger.undone(CALLER, call, "PJSIP/1001", "PJSIP/1001");

        assertThat(ledger.of("PJSIP/1001").open()).isEqualTo(1);

        ledger.undone(CALLER, call, "api for PJSIP/1001", "api");

        assertThat(ledger.all()).isEmpty();
    }
}
