package dev.quell.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import dev.quell.call.LiveCall;
import dev.quell.classifier.Action;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            support,         PJSIP/1001, PASS,      -,         AGENT
            support,         PJSIP/1001, PASS,      LISTEN,    LISTENED
            quell-deterrent, '',         DETER,     -,         DETERRED
            quell-deterrent, '',         PASS,      -,         DETERRED
            support,         '',         LISTEN,    LISTEN,    LISTENED
            support,         '',         PASS,      LISTEN,    LISTENED
            '',              '',         CHALLENGE, CHALLENGE, CHALLENGED
            support,         '',         LISTEN,    -,         QUEUED
            '',              '',         LISTEN,    -,         LISTENED
            '',              '',         CHALLENGE, -,         CHALLENGED
            '',              '',         DETER,     -,         DETERRED
            '',              '',         REJECT,    -,         REFUSED
            '',              '',         PASS,      -,         PASSED
            '',              '',         TAG,       -,         PASSED
            '',              '',         -,         -,         UNSCREENED
            support,         '',         -,         -,         QUEUED
            """)
    void whatIsDoneToACallIsWhereItIs(String queue, String agent, Action applied, Action dialogue, Stage stage) {
        LiveCall call = new LiveCall(new CallId("pbx", "1.1"), "PJSIP/a-1", Instant.EPOCH, queue, agent, false);

        assertThat(Stage.of(call, Optional.ofNullable(applied), Optional.ofNullable(dialogue), "quell-deterrent"))
                .isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            PASS,      -,         PASSED
            LISTEN,    LISTEN,    LISTENED
            LISTEN,    -,         PASSED
            CHALLENGE, CHALLENGE, CHALLENGED
            DETER,     -,         DETERRED
            """)
    void whereTheAsteriskIsNotSeenTheVerdictTellsAsFarAsItCan(Action applied, Action dialogue, Stage stage) {
        assertThat(Stage.unseen(applied, Optional.ofNullable(dialogue))).isEqualTo(stage);
    }
}
