package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.phone.Sound;
import dev.quell.e2e.server.Dialplan;
import dev.quell.e2e.stage.InWorld;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Scene;
import dev.quell.e2e.stage.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Agents who flag the caller that they have. */
@InWorld("peaceful")
class FlagIT {

    /** From the begin of the star to the end of the last digit. */
    private static final Duration DIALLING = ofMillis(640);

    @Test
    void theCodeMovesTheCallerAndWaitsForNoReason(Scene scene) {
        String number = World.freshNumber();
        Agent agent = scene.agent();
        Caller caller = scene.call(Dial.from(number)).answered(SOON);
        agent.talks(1, SOON);
        long began = System.nanoTime();
        agent.press("*66");
        await("the agent is free of the caller")
                .atMost(DIALLING.plus(Dialplan.REASON).minusSeconds(1))
                .until(() -> scene.context(number).startsWith("quell-"));
        Duration took = Duration.ofNanos(System.nanoTime() - began).minus(DIALLING);
        caller.hears("analysis-intro", ZERO, SOON);
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.way()).containsExactly("PASS", "FLAG", "DETER", "LEFT");
        assertThat(scene.log().flags()).hasSize(1).first().satisfies(flag -> {
            assertThat(flag.text("agent")).isEqualTo("PJSIP/" + agent.name());
            assertThat(flag.text("call")).isEqualTo(row.id());
        });
        scene.saw("caller moved %d ms after the code; %s", took.toMillis(), row);
    }

    @Test
    void aFlagIsBoundToTheCallThatTheAgentHas(Scene scene) {
        Agent agent = scene.agent("a", ofSeconds(300));
        Caller nuisance = scene.call(Dial.from(World.freshNumber()));
        agent.answers(1, SOON).talks(1, SOON);
        nuisance.answered(SOON);
        Caller next = scene.call(Dial.from(World.freshNumber()));
        agent.rings(2, SOON);
        agent.press("*661");
        nuisance.hears("analysis-intro", ZERO, SOON);
        nuisance.hangUp();
        next.hangUp();

        LogRow flagged = scene.log().endedWith("FLAG");
        assertThat(flagged.way()).startsWith("PASS", "FLAG", "DETER");
        assertThat(scene.log().flags()).hasSize(1).first().satisfies(flag -> {
            assertThat(flag.text("call")).isEqualTo(flagged.id());
            assertThat(flag.text("reason")).isEqualTo("ABUSE");
        });
        scene.saw("the next caller rang and was not touched; %s", flagged);
    }

    @Test
    void theReasonSilentLeadsToListening(Scene scene) {
        Agent agent = scene.agent();
        Caller caller =
                scene.call(Dial.from(World.freshNumber()).saying(Sound.SILENCE)).answered(SOON);
        agent.talks(1, SOON).press("*663");
        caller.hears("listen-1", ZERO, SOON);
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.way()).startsWith("PASS", "FLAG", "LISTEN");
        assertThat(scene.log().flags())
                .hasSize(1)
                .first()
                .satisfies(flag -> assertThat(flag.text("reason")).isEqualTo("SILENT"));
        scene.saw("the caller heard the first prompt; %s", row);
    }

    @Test
    void aFlagOfTheRestInterfaceMovesTheCaller(Scene scene) {
        String number = World.freshNumber();
        Agent agent = scene.agent();
        Caller caller = scene.call(Dial.from(number)).answered(SOON);
        agent.talks(1, SOON);
        long began = System.nanoTime();
        scene.quell().api().flag(scene.log().living().id(), "PJSIP/" + agent.name(), "prank");
        await("the caller is moved")
                .atMost(SOON)
                .until(() -> scene.context(number).startsWith("quell-"));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        caller.hears("analysis-intro", ZERO, SOON);
        agent.released(1, SOON);
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(row.way()).startsWith("PASS", "FLAG", "DETER");
        assertThat(scene.log().flags())
                .hasSize(1)
                .first()
                .satisfies(flag -> assertThat(flag.text("reason")).isEqualTo("PRANK"));
        scene.saw("caller moved %d ms after the request; %s", took.toMillis(), row);
    }

    @Test
    void theUndoTakesTheLastOwnFlagBack(Scene scene) {
        Agent agent = scene.agent();
        Caller flagged = scene.call(Dial.from(World.freshNumber())).answered(SOON);
        agent.talks(1, SOON).press("*66");
        flagged.hears("analysis-intro", ZERO, SOON);
        flagged.hangUp();
        await("the flag is known").atMost(SOON).until(() -> scene.log().flags().size() == 1);

        Caller second = scene.call(Dial.from(World.freshNumber())).answered(SOON);
        agent.talks(2, SOON).press("*67");
        await("the flag is taken back")
                .atMost(SOON)
                .until(() -> scene.log().flags().isEmpty()
                        || scene.log().flags().getFirst().has("undone"));
        second.hangUp();
        scene.saw("flagged with *66, taken back with *67 in the next call");
    }

    @Test
    void afterFlagsByTwoAgentsTheThirdCallIsDeterred(Scene scene) {
        String number = World.freshNumber();
        Agent first = scene.agent("a", ofMillis(500));
        flag(scene, number, first);
        scene.leaves(first);
        Agent second = scene.agent("b", ofMillis(500));
        flag(scene, number, second);

        Caller third = scene.call(Dial.from(number)).answered(SOON);
        third.hears("analysis-intro", ZERO, SOON);
        third.hangUp();
        LogRow row = scene.log().ended(3);
        assertThat(row.applied()).isEqualTo("DETER");
        assertThat(row.way()).startsWith("DETER");
        assertThat(first.rung() + second.rung()).isEqualTo(2);
        scene.saw("flagged by two agents, the third call never rang; %s", row);
    }

    private static void flag(Scene scene, String number, Agent agent) {
        int before = scene.log().flags().size();
        Caller caller = scene.call(Dial.from(number)).answered(SOON);
        agent.talks(1, SOON).press("*66");
        caller.hears("analysis-intro", ZERO, SOON);
        caller.hangUp();
        await("the flag is known").atMost(SOON).until(() -> scene.log().flags().size() > before);
    }
}
