package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.stage.Disturbing;
import dev.quell.e2e.stage.Scene;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Asterisk was told is written down, whatever happens to the service afterwards. */
@Disturbing
class DurabilityIT {

    private static final Pattern CASE = Pattern.compile("[\",]QUELL_CASE=([0-9]{8})[\",]");

    @Test
    void everyVerdictThatAsteriskGotOutlivesAKill(Scene scene) {
        Set<String> before = casesGiven(scene);
        try (Crowd crowd = scene.crowd(Dial.TRUNK, 60, 30, ofSeconds(3))) {
            await("some verdicts").atMost(SOON).until(() -> casesGiven(scene).size() >= before.size() + 30);
            scene.quell().kill();
            crowd.dispersed(SOON);
        }
        scene.quell().startAgain();
        Set<String> given = casesGiven(scene);
        given.removeAll(before);
        assertThat(given).hasSizeGreaterThanOrEqualTo(30);
        await("every verdict that was given is in the log")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(casesLogged(scene)).containsAll(given));
        scene.saw("killed at 30 calls a second; %d verdicts given, all in the log after the restart", given.size());
    }

    private static Set<String> casesLogged(Scene scene) {
        return scene.log().rows().stream().map(row -> row.text("caseNumber")).collect(Collectors.toSet());
    }

    private static Set<String> casesGiven(Scene scene) {
        return CASE.matcher(scene.asterisk().log())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
