package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.phone.Sound;
import dev.quell.e2e.stage.InWorld;
import dev.quell.e2e.stage.Lines;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Scene;
import dev.quell.e2e.stage.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What callers do within their calls, as a real Asterisk tells it. */
@InWorld("peaceful")
class ConductIT {

    @Test
    void aRecordingThatPlaysFromTheFirstMomentIsKnown(Scene scene) {
        Agent agent = scene.agent();
        Caller caller = scene.call(Dial.from(World.freshNumber())
                        .to(scene.line(Lines.LISTENING))
                        .saying(Sound.NOISE))
                .answered(SOON);
        caller.sends(ofSeconds(7));
        caller.say(Sound.SILENCE);
        agent.talks(1, ofSeconds(15));
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(conduct(row)).contains("TALKED_OVER_GREETING", "REPLIED");
        scene.saw("7 s of sound from answer on: %s, %s", conduct(row), row);
    }

    @Test
    void aCallerWhoLeavesAtTheVoiceIsKnown(Scene scene) {
        Agent agent = scene.agent();
        Caller caller = scene.call(Dial.from(World.freshNumber()).saying(Sound.SILENCE));
        agent.answers(1, SOON).talks(1, SOON);
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(conduct(row)).containsExactly("HUNG_UP_ON_VOICE");
        assertThat(row.has("hindsight")).isTrue();
        scene.saw("gone as the agent answered: %s, %s", conduct(row), row);
    }

    @Test
    void aNumberThatTheSiteCalledIsKnown(Scene scene) {
        String called = World.freshNumber();
        scene.call(Dial.from("8001").to("9" + called)).released(SOON);

        await("the telling of it")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(known(scene)).anySatisfy(one -> {
                    assertThat(one.path("number").asString()).isEqualTo("+86" + called);
                    assertThat(one.path("kind").asString()).isEqualTo("DIALLED");
                    assertThat(one.path("origin").asString()).isEqualTo("DIALPLAN");
                }));
        scene.saw("%s was called and is known", called);
    }

    private static List<JsonNode> known(Scene scene) {
        return scene.quell()
                .api()
                .get("/known-callers?limit=1000")
                .valueStream()
                .toList();
    }

    private static List<String> conduct(LogRow row) {
        return row.json().path("conduct").valueStream().map(JsonNode::asString).toList();
    }
}
