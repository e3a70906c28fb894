package dev.quell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.screening.enforcement.Enforcement;
import dev.quell.testing.MovingClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

class AlarmWatchTest {

    private final Webhooks webhooks = mock(Webhooks.class);
    private final Enforcement enforcement = mock(Enforcement.class);
    private final List<String> told = new ArrayList<>();
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T08:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Supplier<Health> storage = () -> Health.up().build();
    private final AlarmWatch watch =
            new AlarmWatch(webhooks, enforcement, new FailedSignIns(meters, clock), new Parts(), clock);

    @BeforeEach
    void listen() {
        doAnswer(asked -> told.add(words(asked.getArgument(0)))).when(webhooks).tell(any());
    }

    private static String words(Event event) {
        return event.kind().word() + " " + event.about().get("alarm") + " "
                + event.about().get("where") + " " + event.about().getOrDefault("state", "-");
    }

    @Test
    void theFloorIsToldAtOnceAndOnce() {
        when(enforcement.floorTripped()).thenReturn(false, true, true, false, false);
        for (int look = 0; look < 5; look++) {
            watch.look();
        }

        assertThat(told)
                .containsExactly("alarm.raised safety-floor screening tripped", "alarm.over safety-floor screening -");
    }

    @Test
    void manyFailedSignInsAreAnAlarmUntilTheyAreHalfAsMany() {
        Counter wrong = meters.counter("quell.sign.in.failures", "why", "wrong");
        wrong.increment(1_000);
        watch.look();
        wrong.increment(FailedSignIns.MANY - 1);
        watch.look();
        assertThat(told).isEmpty();

        meters.counter("quell.sign.in.failures", "why", "refused").increment();
        watch.look();
        assertThat(told).containsExactly("alarm.raised sign-in-failures people 100 in 10 min");

        clock.advance(FailedSignIns.WINDOW.dividedBy(2));
        watch.look();
        clock.advance(FailedSignIns.WINDOW.dividedBy(2).plusSeconds(1));
        wrong.increment(50);
        watch.look();
        assertThat(told).hasSize(1);
        clock.advance(FailedSignIns.WINDOW.dividedBy(2));
        wrong.increment(49);
        watch.look();
        assertThat(told.getLast()).isEqualTo("alarm.over sign-in-failures people -");
    }

    @Test
    void aPartIsToldWhenItIsNotWellAtTwoLooks() {
        storage = () -> Health.down().build();
        watch.look();
        assertThat(told).isEmpty();
        watch.look();
        watch.look();
        assertThat(told).containsExactly("alarm.raised dependency storage DOWN");

        storage = () -> Health.up().build();
        watch.look();
        assertThat(told.getLast()).isEqualTo("alarm.over dependency storage -");
    }

    @Test
    void aPartThatIsIllForOneLookIsNothing() {
        storage = () -> Health.status("DEGRADED").build();
        watch.look();
        storage = () -> Health.unknown().build();
        watch.look();
        storage = () -> Health.status("DEGRADED").build();
        watch.look();

        assertThat(told).isEmpty();
    }

    @Test
    void aPartThatCannotSayIsNotWell() {
        storage = () -> {
            throw new IllegalStateException("gone");
        };
        watch.look();
        watch.look();

        assertThat(told).containsExactly("alarm.raised dependency storage DOWN");
    }

    /** The storage, and webhooks themselves, which are always ill here and never told of. */
    private final class Parts implements ObjectProvider<Map<String, HealthIndicator>> {
        @Override
        public Map<String, HealthIndicator> getObject() {
            return Map.of(
                    "storage",
                    () -> storage.get(),
                    "webhookHealth",
                    () -> Health.down().build());
        }

        @Override
        public Map<String, HealthIndicator> getIfAvailable(Supplier<Map<String, HealthIndicator>> otherwise) {
            return getObject();
        }
    }
}
