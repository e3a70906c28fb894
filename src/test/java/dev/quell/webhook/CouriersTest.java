package dev.quell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.webhook.WebhookSettings.Numbers;
import dev.quell.webhook.WebhookSettings.Target;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CouriersTest {

    @Test
    void anErrorEndsNoCourierAndIsShown() {
        AtomicInteger rounds = new AtomicInteger();
        WebhookQueue queue = mock(WebhookQueue.class);
        when(queue.backlog(anyString())).thenReturn(new WebhookQueue.Backlog(0, Optional.empty()));
        when(queue.due(anyString(), any(), anyInt())).thenAnswer(asked -> {
            if (rounds.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("dev/quell/Gone");
            }
            return List.of();
        });
        Target target = new Target(
                "https://crm.example/",
                List.of(),
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                null,
                false,
                Numbers.WHOLE);
        Couriers couriers = new Couriers(
                new WebhookSettings(Map.of("crm", target), 10_000, Duration.ofHours(24), Duration.ofSeconds(10)),
                queue,
                new Messages(JsonMapper.shared()),
                new SimpleMeterRegistry(),
                Clock.systemUTC());
        couriers.start();

        Awaitility.await()
                .untilAsserted(() -> assertThat(couriers.states().getFirst().trouble())
                        .isEqualTo("a fault in Quell, NoClassDefFoundError; its log has it"));
        Awaitility.await().untilAsserted(() -> {
            couriers.wake();
            assertThat(rounds).hasValueGreaterThan(1);
        });
        couriers.stop();
    }
}
