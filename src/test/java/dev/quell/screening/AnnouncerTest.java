package dev.quell.screening;

import static dev.quell.testing.CallBuilder.aCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallToken;
import dev.quell.call.CaseNumber;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnnouncerTest {

    private static final int CALLS = 2_000;
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FailOpens failOpens = new FailOpens(meters, Clock.systemUTC());
    private final List<CallScreened> told = new CopyOnWriteArrayList<>();
    private final Set<String> threads = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private final Announcer announcer = new Announcer(
            List.of(
                    call -> {
                        throw new IllegalStateException("a listener that always fails");
                    },
                    call -> {
                        threads.add(Thread.currentThread().getName());
                        told.add(call);
                    }),
            failOpens,
            meters);

    @AfterEach
    void stop() {
        announcer.stop();
    }

    @Test
    void whoDecidedTellsWhileFewCallsAreDecided() {
        announcer.start();
        CallScreened call = screened();

        announcer.tell(call, false);

        assertThat(told).containsExactly(call);
        assertThat(threads).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void underPressureAnotherThreadTellsAllInTheirOrder() {
        announcer.start();
        List<CallScreened> calls = calls();

        calls.forEach(call -> announcer.tell(call, true));

        Awaitility.await().until(() -> told.size() == CALLS);
        assertThat(told).isEqualTo(calls);
        assertThat(threads).containsExactly("quell-announcer");
        assertThat(meters.get("quell.failopen").tag("reason", "event").counter().count())
                .isEqualTo(CALLS);
        Awaitility.await()
                .until(() -> meters.get("quell.verdicts.untold").gauge().value() == 0);
    }

    @Test
    void aStopTellsWhatWaits() {
        announcer.start();
        List<CallScreened> calls = calls();

        calls.forEach(call -> announcer.tell(call, true));
        announcer.stop();

        assertThat(told).isEqualTo(calls);
    }

    @Test
    void withoutItsThreadWhoDecidedTellsAlways() {
        CallScreened call = screened();

        announcer.tell(call, true);

        assertThat(told).containsExactly(call);
    }

    private static List<CallScreened> calls() {
        return Stream.generate(AnnouncerTest::screened).limit(CALLS).toList();
    }

    private static CallScreened screened() {
        return new CallScreened(
                aCall().at(NOW),
                new CallToken("a".repeat(26)),
                new CaseNumber("00012345"),
                Verdict.pass("score", "test"),
                Action.PASS,
                "enforce",
                128,
                true,
                "",
                Duration.ofMillis(3));
    }
}
