package dev.quell.e2e;

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
        try (Crowd crowd = scene.crowd(Dial.TRUNK, 60, 30)) {
            await("some verdicts")
                    .atMost(ofSeconds(10))
                    .until(() -> casesGiven(scene).size() >= before.size() + 30);
            scene.quell().kill();
            crowd.dispersed(ofSeconds(15));
        }
        scene.quell().startAgain();
        Set<String> given = casesGiven(scene);
        given.removeAll(before);
        Set<String> logged =
                scene.log().rows().stream().map(row -> row.text("caseNumber")).collect(Collectors.toSet());
        assertThat(given).hasSizeGreaterThanOrEqualTo(30);
        assertThat(logged).containsAll(given);
        scene.saw("killed at 30 calls a second; %d verdicts given, all in the log after the restart", given.size());
    }

    private static Set<String> casesGiven(Scene scene) {
        return CASE.matcher(scene.asterisk().log())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
