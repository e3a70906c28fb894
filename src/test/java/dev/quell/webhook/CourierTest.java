package dev.quell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.MovingClock;
import dev.quell.webhook.WebhookSettings.Numbers;
import dev.quell.webhook.WebhookSettings.Target;
import dev.quell.webhook.delivery.Poster;
import dev.quell.webhook.delivery.Receiver;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourierTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(START);
    private final MemoryQueue queue = new MemoryQueue();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger status = new AtomicInteger(200);
    private final Poster poster =
            new Poster(InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault());
    private Receiver receiver;
    private Courier courier;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver(() -> "HTTP/1.1 " + status.get() + " x\r\nRetry-After: 1\r\n\r\n");
        courier = courier(new Target(receiver.uri().toString(), List.of(), SECRET, null, true, Numbers.WHOLE));
    }

    private Courier courier(Target target) {
        WebhookSettings settings =
                new WebhookSettings(Map.of("crm", target), 10_000, Duration.ofHours(24), Duration.ofSeconds(2));
        return new Courier("crm", target, settings, queue, poster, meters, clock);
    }

    @AfterEach
    void stop() {
        receiver.close();
        poster.close();
    }

    private void waiting(String message) {
        Instant now = clock.instant();
        queue.add(List.of(new Waiting(0, "crm", message, "block.made", "{\"a\":1}", now, now, 0)), 10);
    }

    private double count(String result) {
        return meters.counter("quell.webhooks.sent", "target", "crm", "result", result)
                .count();
    }

    @Test
    void whatWaitsIsSentSignedAndGone() {
        waiting("msg_1");
        waiting("msg_2");

        assertThat(courier.round(IDLE)).isEqualTo(IDLE);

        assertThat(queue.waiting).isEmpty();
        assertThat(count("delivered")).isEqualTo(2);
        String signature = Secret.read(SECRET)
                .orElseThrow()
                .signature("msg_1", START.getEpochSecond(), "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(receiver.requests().getFirst())
                .contains(
                        "webhook-id: msg_1\r\n",
                        "webhook-timestamp: " + START.getEpochSecond() + "\r\n",
                        "webhook-signature: " + signature + "\r\n");
        assertThat(courier.state().delivered()).contains(START);
    }

    @Test
    void aTargetThatFailsIsLeftAloneAndTheMessageComesAgainWithTheSameId() {
        status.set(500);
        waiting("msg_1");
        waiting("msg_2");

        Duration rest = courier.round(IDLE);

        assertThat(rest).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(receiver.requests()).hasSize(1);
        assertThat(courier.state().trouble()).isEqualTo("it answered 500");
        assertThat(courier.round(IDLE)).isEqualTo(rest);

        status.set(200);
        clock.advance(Duration.ofSeconds(6));
        courier.round(IDLE);

        assertThat(queue.waiting).isEmpty();
        assertThat(receiver.requests()).hasSize(3);
        assertThat(receiver.requests().stream().filter(request -> request.contains("webhook-id: msg_1\r\n")))
                .hasSize(2);
        assertThat(courier.state().trouble()).isEmpty();
    }

    @Test
    void aMessageThatIsRefusedHoldsUpNoOther() {
        waiting("msg_1");
        status.set(422);
        courier.round(IDLE);
        status.set(200);
        waiting("msg_2");
        courier.round(IDLE);

        assertThat(queue.waiting).extracting(Waiting::message).containsExactly("msg_1");
        assertThat(queue.waiting.getFirst().tries()).isEqualTo(1);
        assertThat(queue.waiting.getFirst().nextAt()).isBetween(START.plusSeconds(4), START.plusSeconds(6));
    }

    @Test
    void aTargetThatIsGoneIsNotAskedAgain() {
        waiting("msg_1");
        status.set(410);
        courier.round(IDLE);

        assertThat(queue.waiting).isEmpty();
        assertThat(count("given-up")).isEqualTo(1);
        assertThat(receiver.requests()).hasSize(1);
        assertThat(courier.state().trouble()).isEqualTo("it answered 410");
    }

    @Test
    void aMessageThatIsRefusedSixTimesIsGivenUp() {
        waiting("msg_1");
        status.set(401);
        for (int minute = 0; minute < 120; minute++) {
            courier.round(IDLE);
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(receiver.requests()).hasSize(6);
        assertThat(queue.waiting).isEmpty();
        assertThat(count("given-up")).isEqualTo(1);
    }

    @Test
    void afterADayAMessageIsGivenUp() {
        status.set(500);
        waiting("msg_1");
        int attempts = 0;
        for (int minute = 0; minute < 24 * 60 + 300 && !queue.waiting.isEmpty(); minute++) {
            courier.round(IDLE);
            clock.advance(Duration.ofMinutes(1));
            attempts = receiver.requests().size();
        }

        assertThat(queue.waiting).isEmpty();
        assertThat(count("given-up")).isEqualTo(1);
        assertThat(attempts).isBetween(10, 16);
        assertThat(clock.instant()).isBetween(START.plus(Duration.ofHours(24)), START.plus(Duration.ofHours(29)));
    }

    @Test
    void theSecretsFileIsReadForEachMessage() throws IOException {
        Path file = folder.resolve("secret");
        Courier filed = courier(new Target(receiver.uri().toString(), List.of(), null, file, true, Numbers.WHOLE));
        waiting("msg_1");
        filed.round(IDLE);
        assertThat(filed.state().trouble()).contains("its secret cannot be read");
        assertThat(receiver.requests()).isEmpty();

        Files.writeString(file, SECRET + "\n");
        clock.advance(Duration.ofSeconds(10));
        filed.round(IDLE);

        assertThat(queue.waiting).isEmpty();
    }

    @Test
    void aQueueThatCannotBeReadIsATroubleAndNoFailure() {
        queue.broken = true;

        assertThat(courier.state().trouble()).isEqualTo("what waits for it cannot be read; look at the database");
        assertThat(courier.state().waiting()).isZero();
    }

    @Test
    void theAddressIsShownWithoutWhatMayBeSecretInIt() {
        assertThat(courier.state().url()).isEqualTo("http://127.0.0.1:" + receiver.port() + "/…");
    }
}
