package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.phone.Sound;
import dev.quell.e2e.stage.InWorld;
import dev.quell.e2e.stage.Lines;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Scene;
import dev.quell.e2e.stage.World;
import java.util.ArrayList;
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
        agent.talks(1, SOON);
        caller.hangUp();

        LogRow row = scene.log().ended(1);
        assertThat(conduct(row)).contains("TALKED_OVER_GREETING", "REPLIED");
        scene.saw("7 s of sound from answer on: %s, %s", conduct(row), row);
    }

    @Test
    void aCallerWhoLeavesAtTheVoiceIsKnown(Scene scene) {
        scene.agent();
        List<LogRow> rows = new ArrayList<>();
        // At the voice is within a second, and the class as known at the end waits for nobody: on a busy machine not
        // every call is in time.
        do {
            try (Crowd one = Crowd.patient(
                    World.freshNumber(),
                    scene.line(Lines.ORDINARY),
                    1,
                    1,
                    scene.asterisk().sipPort())) {
                one.dispersed(SOON);
            }
            rows.add(scene.log().ended(rows.size() + 1));
        } while (!leftAtTheVoice(rows.getLast()) && rows.size() < 5);

        assertThat(rows).anyMatch(ConductIT::leftAtTheVoice);
        scene.saw("gone as the agent answered: %s, %s", conduct(rows.getLast()), rows.getLast());
    }

    private static boolean leftAtTheVoice(LogRow row) {
        return conduct(row).equals(List.of("HUNG_UP_ON_VOICE")) && row.has("hindsight");
    }

    @Test
    void aNumberThatTheSiteCalledIsKnown(Scene scene) {
        String called = World.freshNumber();
        scene.call(Dial.from("8001").to("9" + called)).released(SOON);

        scene.log()
                .awaitTold(
                        "the telling of it",
                        () -> known(scene).stream()
                                .anyMatch(one -> one.path("number").asString().equals("+86" + called)
                                        && one.path("kind").asString().equals("DIALLED")
                                        && one.path("origin").asString().equals("DIALPLAN")));
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
