package dev.quell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.share.Lease;
import dev.quell.share.Leases;
import dev.quell.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    private final MovingClock clock = new MovingClock(START);
    private final Map<String, Instant> held = new HashMap<>();
    private final Agreement here = new Agreement(new Held(), clock);
    private final Agreement there = new Agreement(new Held(), clock);
    private final List<String> told = new ArrayList<>();

    /** Leases that several instances share; none is given back. */
    private final class Held implements Leases {
        @Override
        public Optional<Lease> take(String name, Duration term) {
            Instant now = clock.instant();
            if (now.isBefore(held.getOrDefault(name, Instant.MIN))) {
                return Optional.empty();
            }
            held.put(name, now.plus(term));
            return Optional.of(new Lease(name, 1, now.plus(term)));
        }

        @Override
        public void giveBack(Lease lease) {
            held.remove(lease.name());
        }
    }

    private Event event(EventKind kind) {
        return new Event(kind, clock.instant(), Map.of(), "line-flood:4001");
    }

    private void notice(Agreement instance, EventKind kind) {
        if (instance.isOurs(event(kind))) {
            told.add(kind.word());
        }
        stands();
    }

    private void stands() {
        for (Agreement instance : List.of(here, there)) {
            instance.standing()
                    .forEach(event -> told.add("stands " + event.kind().word() + " " + event.at()));
        }
    }

    private void pass(Duration time) {
        clock.advance(time);
        stands();
    }

    @Test
    void theFirstTellsAndTheOthersDoNot() {
        notice(here, EventKind.ALARM_RAISED);
        pass(A_MOMENT);
        notice(there, EventKind.ALARM_RAISED);
        pass(Duration.ofMinutes(10));

        assertThat(told).containsExactly("alarm.raised");
    }

    @Test
    void theLastWordOfAFlappingAlarmIsTheStandingState() {
        notice(here, EventKind.ALARM_RAISED);
        pass(A_MOMENT);
        notice(here, EventKind.ALARM_OVER);
        pass(A_MOMENT);
        notice(here, EventKind.ALARM_RAISED);
        assertThat(told).containsExactly("alarm.raised", "alarm.over");

        pass(Agreement.SAME.minusMillis(1));
        assertThat(told).hasSize(2);
        pass(Duration.ofMillis(1));

        assertThat(told)
                .containsExactly(
                        "alarm.raised", "alarm.over", "stands alarm.raised " + START.plus(A_MOMENT.multipliedBy(2)));
        pass(Duration.ofMinutes(10));
        assertThat(told).hasSize(3);
    }

    @Test
    void whoeverNoticedItLateDoesNotLeaveTheWrongWord() {
        notice(here, EventKind.ALARM_RAISED);
        pass(A_MOMENT);
        notice(there, EventKind.ALARM_RAISED);
        notice(here, EventKind.ALARM_OVER);
        pass(A_MOMENT);
        notice(there, EventKind.ALARM_OVER);
        pass(A_MOMENT);
        notice(here, EventKind.ALARM_RAISED);
        notice(there, EventKind.ALARM_RAISED);
        pass(Agreement.SAME);

        assertThat(told).hasSize(3).last().asString().startsWith("stands alarm.raised");
    }

    @Test
    void whatTurnsBackLateIsToldAtOnce() {
        notice(here, EventKind.ALARM_RAISED);
        pass(Agreement.SAME);
        notice(here, EventKind.ALARM_OVER);
        pass(Agreement.SAME);
        notice(here, EventKind.ALARM_RAISED);
        pass(Duration.ofMinutes(10));

        assertThat(told).containsExactly("alarm.raised", "alarm.over", "alarm.raised");
    }
}
