package dev.quell.webhook;

import dev.quell.webhook.WebhookSettings.Target;
import dev.quell.webhook.delivery.Delivered;
import dev.quell.webhook.delivery.Post;
import dev.quell.webhook.delivery.Poster;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one target's messages to it, one after the other. */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int PORTION = 50;
    /** A message that is refused so often, over some 40 minutes, never will be taken. */
    private static final int REFUSALS = 6;

    private static final Duration LONGEST_REST = Duration.ofHours(4);

    private final String name;
    private final Target target;
    private final WebhookSettings settings;
    private final WebhookQueue queue;
    private final Poster poster;
    private final MeterRegistry meters;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private volatile Optional<Instant> delivered = Optional.empty();
    private volatile Optional<Instant> failed = Optional.empty();
    private volatile String trouble = "";
    private volatile Instant restUntil = Instant.MIN;
    private int failures;

    Courier(
            String name,
            Target target,
            WebhookSettings settings,
            WebhookQueue queue,
            Poster poster,
            MeterRegistry meters,
            Clock clock) {
        this.name = name;
        this.target = target;
        this.settings = settings;
        this.queue = queue;
        this.poster = poster;
        this.meters = meters;
        this.clock = clock;
    }

    /** Sends what is to be sent now; how long there is nothing to do then, unless it is woken. */
    Duration round(Duration longest) {
        Instant now = clock.instant();
        if (now.isBefore(restUntil)) {
            return shorter(Duration.between(now, restUntil), longest);
        }
        List<Waiting> due = queue.due(name, now, PORTION);
        for (Waiting message : due) {
            carry(message);
            if (clock.instant().isBefore(restUntil)) {
                return shorter(Duration.between(clock.instant(), restUntil), longest);
            }
        }
        return due.size() == PORTION
                ? Duration.ZERO
                : queue.next(name)
                        .map(next -> shorter(Duration.between(clock.instant(), next), longest))
                        .orElse(longest);
    }

    private static Duration shorter(Duration wait, Duration longest) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(longest) < 0 ? wait : longest;
    }

    private void carry(Waiting message) {
        if (!clock.instant().isBefore(message.madeAt().plus(settings.keepTrying()))) {
            giveUp(message, "it could not be delivered in time");
            return;
        }
        Delivered answer = send(message);
        count(answer.taken() ? "delivered" : "failed");
        if (answer.taken()) {
            queue.remove(message.id());
            well();
        } else if (answer.gone() || (answer.refuses() && message.tries() + 1 >= REFUSALS)) {
            failed(answer);
            giveUp(message, answer.trouble());
        } else {
            again(message, answer);
        }
    }

    private void giveUp(Waiting message, String why) {
        queue.remove(message.id());
        count("given-up");
        LOG.warn("webhook {}: the message {} ({}) is given up: {}", name, message.message(), message.event(), why);
    }

    /** Sends a message without the queue, as an attempt of its own. */
    Delivered send(Waiting message) {
        Optional<Secret> secret = secret();
        Optional<URI> to = target.address();
        if (secret.isEmpty() || to.isEmpty()) {
            return new Delivered(0, "its secret cannot be read; it " + Secret.FORM, Optional.empty());
        }
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        long second = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", message.message());
        headers.put("webhook-timestamp", Long.toString(second));
        headers.put("webhook-signature", secret.get().signature(message.message(), second, body));
        return poster.send(new Post(to.get(), headers, message.body(), target.allowPrivate(), settings.patience()));
    }

    private Optional<Secret> secret() {
        Path file = target.secretFile();
        String written = target.secret();
        if (file == null) {
            return Optional.ofNullable(written).flatMap(Secret::read);
        }
        try (var lines = Files.lines(file)) {
            return lines.findFirst().flatMap(Secret::read);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The secret of webhook {} cannot be read", name, e);
            return Optional.empty();
        }
    }

    private void well() {
        if (!trouble.isEmpty()) {
            LOG.info("webhook {} takes messages again", name);
        }
        failures = 0;
        trouble = "";
        delivered = Optional.of(clock.instant());
    }

    private void again(Waiting message, Delivered answer) {
        Instant now = clock.instant();
        int tries = message.tries() + 1;
        Duration asked =
                answer.retryAfter().map(wait -> shorter(wait, LONGEST_REST)).orElse(Duration.ZERO);
        queue.again(message.id(), tries, now.plus(longer(Retries.after(tries, random), asked)));
        failed(answer);
        if (answer.targetFails()) {
            failures++;
            restUntil = now.plus(longer(Retries.rest(failures, random), asked));
        }
    }

    private void failed(Delivered answer) {
        if (trouble.isEmpty()) {
            LOG.warn(
                    "webhook {} fails: {}. Its messages wait and are tried again for {} h, those that it refuses {} times",
                    name,
                    answer.trouble(),
                    settings.keepTrying().toHours(),
                    REFUSALS);
        }
        failed = Optional.of(clock.instant());
        trouble = answer.trouble();
    }

    /** Something of ours is not as it should be. */
    void broke(Throwable fault) {
        failed = Optional.of(clock.instant());
        trouble = "a fault in Quell, " + fault.getClass().getSimpleName() + "; its log has it";
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void count(String result) {
        meters.counter("quell.webhooks.sent", "target", name, "result", result).increment();
    }

    /** Whom it carries to. */
    Target target() {
        return target;
    }

    /** How it goes. */
    TargetState state() {
        try {
            WebhookQueue.Backlog backlog = queue.backlog(name);
            return state(backlog.messages(), backlog.oldest(), trouble);
        } catch (RuntimeException e) {
            LOG.debug("The queue of webhook {} cannot be read", name, e);
            return state(0, Optional.empty(), "what waits for it cannot be read; look at the database");
        }
    }

    private TargetState state(int waiting, Optional<Instant> oldest, String why) {
        return new TargetState(name, target.shown(), waiting, oldest, delivered, failed, why);
    }
}
