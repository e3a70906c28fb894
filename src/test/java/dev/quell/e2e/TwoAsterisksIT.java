package dev.quell.e2e;

import static dev.quell.e2e.stage.Scene.SOON;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.phone.Sound;
import dev.quell.e2e.server.AsteriskUnderTest;
import dev.quell.e2e.stage.Again;
import dev.quell.e2e.stage.LogRow;
import dev.quell.e2e.stage.Site;
import dev.quell.e2e.stage.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One service behind two Asterisks, whose ids of calls are the same now and then. */
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(Again.class)
class TwoAsterisksIT {

    private static final String LINE = "4000";
    /** Both give out ids made of the second and a counter, and both counters stand the same: only a second's turn keeps two apart. */
    private static final int TRIES = 20;

    private static Site site;
    private static Agent one;
    private static Agent two;

    @BeforeAll
    static void start() {
        site = Site.start(2, 1, Map.of());
        one = agent(site.asterisks().getFirst());
        two = agent(site.asterisks().getLast());
    }

    @AfterAll
    static void stop() {
        Stream.of(one, two, site).filter(Objects::nonNull).forEach(TwoAsterisksIT::close);
    }

    private static void close(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void nobodyCalls() {
        site.repair();
    }

    /** Two calls at once, one on each. */
    private record Pair(Caller speaking, Caller silent, LogRow onOne, LogRow onTwo) implements AutoCloseable {

        boolean sameId() {
            return onOne.id().substring(6).equals(onTwo.id().substring(6));
        }

        @Override
        public void close() {
            speaking.close();
            silent.close();
        }
    }

    @Test
    void twoCallsWithOneIdDoNotMix() {
        boolean met = false;
        for (int n = 0; n < TRIES && !met; n++) {
            try (Pair pair = pair()) {
                pair.speaking.sends(ofSeconds(4));
                pair.silent.sends(ofSeconds(4));
                pair.speaking.hangUp();
                pair.silent.hangUp();
                assertThat(ended(pair.onOne).outcome()).isIn("SPOKE", "GOOD_TALK");
                assertThat(ended(pair.onTwo).outcome()).isEqualTo("SILENT");
                met = pair.sameId();
            }
        }
        assumeThat(met).as("two calls had one id").isTrue();
    }

    @Test
    void aButtonMovesTheCallerOfItsOwnAsterisk() {
        boolean met = false;
        for (int n = 0; n < TRIES && !met; n++) {
            try (Pair pair = pair()) {
                site.first().api().flag(pair.onTwo.id(), "PJSIP/a00", "PRANK");
                pair.silent.hears("sit", ofMillis(0), SOON);
                assertThat(pair.speaking.isReleased()).isFalse();
                assertThat(site.asterisks().getFirst().rx("core show channels concise"))
                        .doesNotContain("quell-deterrent");
                met = pair.sameId();
            }
        }
        assumeThat(met).as("two calls had one id").isTrue();
    }

    private static Pair pair() {
        int talks = one.talked() + 1;
        int others = two.talked() + 1;
        // Near a second's end the two may begin in different ones.
        await("a second begins")
                .atMost(SOON)
                .pollInterval(ofMillis(10))
                .until(() -> Instant.now().getNano() < 300_000_000);
        Instant start = Instant.now().minusSeconds(1);
        String first = World.freshNumber();
        String second = World.freshNumber();
        Caller speaking = new Caller(
                Dial.from(first).to(LINE), site.asterisks().getFirst().sipPort());
        Caller silent = new Caller(
                Dial.from(second).to(LINE).saying(Sound.SILENCE),
                site.asterisks().getLast().sipPort());
        one.talks(talks, SOON);
        two.talks(others, SOON);
        return new Pair(speaking, silent, row(start, first, "pbx-1:"), row(start, second, "pbx-2:"));
    }

    private static LogRow row(Instant start, String number, String server) {
        List<LogRow> rows = await("the call of " + number)
                .atMost(SOON)
                .until(
                        () -> site.first()
                                .api()
                                .get("/calls?limit=500&from=" + start)
                                .valueStream()
                                .map(LogRow::new)
                                .filter(row -> row.text("caller").endsWith(number))
                                .toList(),
                        found -> found.size() == 1);
        assertThat(rows.getFirst().id()).startsWith(server);
        return rows.getFirst();
    }

    private static LogRow ended(LogRow row) {
        return await("the end of " + row.id())
                .atMost(SOON)
                .until(() -> new LogRow(site.first().api().get("/calls/" + row.id())), LogRow::ended);
    }

    private static Agent agent(AsteriskUnderTest asterisk) {
        Agent agent = new Agent("a00", ofMillis(300), asterisk.phonePort("a00"));
        asterisk.rx("queue add member PJSIP/a00 to site-00");
        return agent;
    }
}
