package dev.quell.e2e;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.phone.Sound;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Callers who meet nothing of Quell. */
@InWorld("peaceful")
class PassIT {

    @Test
    void aCustomerPassesAndTalks(Scene scene) {
        String number = World.freshNumber();
        Agent agent = scene.agent();
        Caller caller = scene.call(Dial.from(number)).answered(Duration.ofSeconds(5));
        agent.talks(1, Duration.ofSeconds(5));
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> agent.ear().heard(Sound.SPEECH) && caller.ear().heard(Sound.SPEECH));
        caller.hangUp();
        agent.released(1, Duration.ofSeconds(5));
        scene.saw("both heard each other, agent heard %s", agent.ear().length());
    }
}
