package dev.quell.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.call.CallOutcome;
import dev.quell.history.PastCall;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.testing.servers.NeedsRedis;
import dev.quell.testing.servers.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances over one Redis know the same of callers, and each goes on by itself when Redis is away. */
@NeedsRedis
class SharedHistoryTest {

    @TempDir
    Path folder;

    private RedisServer redis;
    private Sibling first;
    private Sibling second;

    @BeforeEach
    void start() {
        redis = RedisServer.start(folder);
        first = new Sibling("first", folder, Clients.of(redis)).connected();
        second = new Sibling("second", folder, Clients.of(redis)).connected();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        redis.close();
    }

    private void soon(Runnable holds) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(holds::run);
    }

    private List<CallOutcome> outcomes(Sibling sibling) {
        return sibling.calls().stream().map(PastCall::outcome).toList();
    }

    @Test
    void callOfOneIsKnownToTheOtherAlsoIfItRemembersTheCaller() {
        assertThat(second.calls()).isEmpty();

        CallScreened call = first.screen(1);
        soon(() -> assertThat(outcomes(second)).containsExactly(CallOutcome.UNKNOWN));
        assertThat(first.end(call, CallOutcome.SILENT)).isTrue();

        soon(() -> assertThat(outcomes(second)).containsExactly(CallOutcome.SILENT));
        assertThat(second.calls()).isEqualTo(first.calls());
    }

    @Test
    void callScreenedByOneEndsAtTheOther() {
        CallScreened call = first.screen(1);
        soon(() -> assertThat(second.journal.find(call.token())).contains(call));

        assertThat(second.journal.find(Calls.id(1)).orElseThrow().call()).isEqualTo(call.call());
        assertThat(second.end(second.journal.find(call.token()).orElseThrow(), CallOutcome.SILENT))
                .isTrue();

        soon(() -> assertThat(outcomes(first)).containsExactly(CallOutcome.SILENT));
        assertThat(first.end(call, CallOutcome.SPOKE)).isFalse();
        assertThat(outcomes(first)).containsExactly(CallOutcome.SILENT);
    }

    @Test
    void endToldToBothCountsOnce() {
        CallScreened call = first.screen(1);

        boolean here = first.end(call, CallOutcome.SILENT);
        boolean there = second.end(call, CallOutcome.SILENT);

        assertThat(List.of(here, there)).containsExactly(true, false);
        soon(() -> assertThat(second.calls()).hasSize(1));
    }
}
