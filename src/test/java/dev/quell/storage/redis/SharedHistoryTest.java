package dev.quell.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.history.PastCall;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.redis.link.Keys;
import dev.quell.testing.servers.NeedsRedis;
import dev.quell.testing.servers.RedisServer;
import java.nio.file.Path;
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
        await().untilAsserted(holds::run);
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

    @Test
    void whileRedisIsAwayEachKnowsItsOwnAndBothKnowAllAfterwards() {
        CallScreened before = first.screen(1);
        soon(() -> assertThat(second.calls()).hasSize(1));
        redis.kill();
        await().until(() -> first.link.away() && second.link.away());

        assertThat(first.end(before, CallOutcome.SILENT)).isTrue();
        CallerNumber other = new CallerNumber.E164("+8613800138011");
        second.screen(2, other, Calls.NOW);
        assertThat(first.calls(other)).isEmpty();
        assertThat(second.calls(other)).hasSize(1);

        redis.restart();

        soon(() -> assertThat(outcomes(second)).containsExactly(CallOutcome.SILENT));
        soon(() -> assertThat(first.calls(other)).isEqualTo(second.calls(other)).hasSize(1));
    }

    @Test
    void questionsThatAFrozenRedisDoesNotAnswerWaitOnceUntilTheBreakerOpens() {
        second.screen(1);
        redis.freeze();

        long asked = 0;
        for (int n = 0; n < 50; n++) {
            first.calls(new CallerNumber.E164("+86138001381" + (10 + n)));
        }
        asked = first.meters
                .find("quell.redis.questions")
                .tag("result", "failed")
                .timer()
                .count();

        assertThat(first.link.away()).isTrue();
        assertThat(asked).isBetween(1L, 10L);

        redis.thaw();
        soon(() -> assertThat(first.link.away()).isFalse());
        soon(() -> assertThat(first.calls()).hasSize(1));
    }

    @Test
    void lostNoticeIsHealedByTheVersion() {
        assertThat(second.calls()).isEmpty();
        redis.command("CLIENT", "KILL", "TYPE", "pubsub");
        redis.command("ACL", "SETUSER", "default", "resetchannels");
        first.screen(1);
        soon(() ->
                assertThat(redis.command("EXISTS", Keys.caller(Calls.CALLER))).isEqualTo(":1"));

        soon(() -> assertThat(second.calls()).hasSize(1));
        redis.command("ACL", "SETUSER", "default", "allchannels");
    }

    @Test
    void ownNoticesDoNotMakeOnesOwnMemoryOld() {
        assertThat(first.calls()).isEmpty();
        double before = questions();

        first.screen(1);
        soon(() -> assertThat(second.calls()).hasSize(1));
        first.screen(2);
        soon(() -> assertThat(second.calls()).hasSize(2));

        assertThat(first.calls()).hasSize(2);
        assertThat(questions()).isEqualTo(before);
    }

    private double questions() {
        return first.meters.find("quell.redis.questions").timers().stream()
                .mapToDouble(timer -> timer.count())
                .sum();
    }
}
