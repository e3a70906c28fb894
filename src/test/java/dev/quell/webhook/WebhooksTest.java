package dev.quell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.share.Lease;
import dev.quell.share.Leases;
import dev.quell.testing.MovingClock;
import dev.quell.webhook.WebhookSettings.Numbers;
import dev.quell.webhook.WebhookSettings.Target;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WebhooksTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final MemoryQueue queue = new MemoryQueue();
    private final Leases leases = mock(Leases.class);
    private final MovingClock clock = new MovingClock(NOW);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Webhooks webhooks = new Webhooks(
            new WebhookSettings(
                    Map.of("crm", target(Numbers.WHOLE), "siem", target(Numbers.WHOLE, "alarm")),
                    10_000,
                    Duration.ofHours(24),
                    Duration.ofSeconds(10)),
            queue,
            new Messages(JsonMapper.shared()),
            mock(Couriers.class),
            leases,
            clock,
            meters);

    private static Target target(Numbers numbers, String... events) {
        return new Target(
                "https://crm.example/",
                List.of(events),
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                null,
                false,
                numbers);
    }

    @AfterEach
    void stop() {
        webhooks.stop();
    }

    private void await(int messages) {
        Awaitility.await().untilAsserted(() -> assertThat(queue.waiting).hasSize(messages));
    }

    @Test
    void anEventBecomesAMessageForEachTargetThatWantsIt() {
        webhooks.start();
        webhooks.tell(new Event(EventKind.BLOCK_MADE, NOW, Map.of("pattern", "+86\"1")));
        webhooks.tell(new Event(EventKind.ALARM_RAISED, NOW, Map.of()));

        await(3);
        assertThat(queue.waiting).extracting(Waiting::target).containsExactlyInAnyOrder("crm", "crm", "siem");
        Waiting first = queue.waiting.getFirst();
        assertThat(first.message()).matches("msg_[a-z0-9]{26}");
        assertThat(first.body())
                .isEqualTo(
                        "{\"type\":\"block.made\",\"timestamp\":\"2026-11-22T08:00:00Z\",\"data\":{\"pattern\":\"+86\\\"1\"}}");
        assertThat(queue.waiting).extracting(Waiting::message).doesNotHaveDuplicates();
    }

    @Test
    void whatAllInstancesNoticeOneTells() {
        when(leases.take(anyString(), any())).thenReturn(Optional.empty());
        when(leases.take("webhook:flood:4001:alarm.raised", Duration.ofMinutes(2)))
                .thenReturn(Optional.of(new Lease("x", 1, NOW)));
        webhooks.start();
        webhooks.tell(new Event(EventKind.ALARM_OVER, NOW, Map.of("a", 1), "flood:4001"));
        webhooks.tell(new Event(EventKind.ALARM_RAISED, NOW, Map.of("a", 2), "flood:4001"));

        await(2);
        assertThat(queue.waiting).allMatch(message -> message.body().contains("{\"a\":2}"));
    }

    @Test
    void whoTellsNeverWaitsAndWhatIsTooMuchIsCounted() {
        for (int i = 0; i < Webhooks.MOST + 3; i++) {
            webhooks.tell(new Event(EventKind.BLOCK_MADE, NOW, Map.of()));
        }

        assertThat(meters.counter("quell.webhooks.lost").count()).isEqualTo(3);
    }

    @Test
    void whatNobodyWantsIsNotEvenTaken() {
        assertThat(webhooks.wants(EventKind.FLAG_RAISED)).isTrue();
        Webhooks deaf = new Webhooks(
                new WebhookSettings(Map.of(), 10_000, Duration.ofHours(24), Duration.ofSeconds(10)),
                queue,
                new Messages(JsonMapper.shared()),
                mock(Couriers.class),
                leases,
                clock,
                new SimpleMeterRegistry());

        assertThat(deaf.wants(EventKind.FLAG_RAISED)).isFalse();
    }

    @Test
    void whatTheDatabaseDoesNotTakeNowWaits() {
        queue.broken = true;
        webhooks.start();
        for (int i = 0; i < 300; i++) {
            webhooks.tell(new Event(EventKind.BLOCK_MADE, NOW, Map.of("i", i)));
        }
        Awaitility.await().untilAsserted(() -> assertThat(queue.refused).hasPositiveValue());
        assertThat(queue.waiting).isEmpty();

        queue.broken = false;

        await(300);
        assertThat(queue.waiting).extracting(Waiting::body).doesNotHaveDuplicates();
        assertThat(meters.counter("quell.webhooks.lost").count()).isZero();
    }

    @Test
    void whatWaitsAtTheStopWhileTheDatabaseTakesNothingIsCountedAsLost() {
        queue.broken = true;
        webhooks.start();
        webhooks.tell(new Event(EventKind.BLOCK_MADE, NOW, Map.of()));
        Awaitility.await().untilAsserted(() -> assertThat(queue.refused).hasPositiveValue());

        webhooks.stop();

        assertThat(meters.counter("quell.webhooks.lost").count()).isEqualTo(1);
    }

    @Test
    void callersNumbersAreMaskedForATargetThatIsToldSo() {
        Webhooks masked = new Webhooks(
                new WebhookSettings(
                        Map.of("chat", target(Numbers.MASKED)), 10_000, Duration.ofHours(24), Duration.ofSeconds(10)),
                queue,
                new Messages(JsonMapper.shared()),
                mock(Couriers.class),
                leases,
                clock,
                meters);
        masked.start();
        masked.tell(new Event(
                EventKind.BLOCK_MADE,
                NOW,
                Map.of("pattern", "+8613800138001", "reason", "as +8613800138002", "entry", 17, "line", "4001")));

        await(1);
        assertThat(queue.waiting.getFirst().body())
                .contains("\"+86•••••001\"", "\"as +86•••••002\"", "\"entry\":17", "\"line\":\"4001\"")
                .doesNotContain("138001", "138002");
        masked.stop();
    }
}
