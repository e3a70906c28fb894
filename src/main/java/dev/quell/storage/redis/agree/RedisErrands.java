package dev.quell.storage.redis.agree;

import dev.quell.share.Errands;
import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Subscription;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errands that other instances hear on a channel of all, and answer on the asker's own. While Redis is away nobody can be asked. */
public final class RedisErrands implements Errands {

    private static final Logger LOG = LoggerFactory.getLogger(RedisErrands.class);
    private static final int LONGEST = 512;

    private final RedisLink link;
    private final String self;
    private final AtomicLong last = new AtomicLong();
    private final Map<String, CompletableFuture<Optional<String>>> asked = new ConcurrentHashMap<>();
    private final Map<String, Function<String, Optional<String>>> workers = new ConcurrentHashMap<>();

    /** @param self how this instance signs */
    public RedisErrands(RedisLink link, Subscription subscription, String self) {
        this.link = link;
        this.self = self;
        subscription.on(Keys.ERRANDS, this::errand);
        subscription.on(Keys.ERRANDS + ":" + self, this::answer);
    }

    @Override
    public CompletableFuture<Optional<String>> ask(String kind, String what, Duration patience) {
        if (what.length() > LONGEST) {
            throw new IllegalArgumentException("an errand is at most " + LONGEST + " characters long");
        }
        String number = Long.toString(last.incrementAndGet());
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        asked.put(number, answer);
        byte[] asker = self.getBytes(StandardCharsets.US_ASCII);
        link.send(redis -> redis.set(key(self, number), asker, SetArgs.Builder.px(patience)));
        CompletionStage<Long> told = publish(Keys.ERRANDS, self + " " + number + " " + kind + " " + what);
        told.whenComplete((heard, fault) -> {
            if (fault != null) {
                answer.complete(Optional.empty());
            }
        });
        return answer.completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, fault) -> asked.remove(number));
    }

    private CompletionStage<Long> publish(String channel, String text) {
        return link.tell(redis -> redis.publish(channel, text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void serve(String kind, Function<String, Optional<String>> worker) {
        workers.put(kind, worker);
    }

    /** An errand: who asks, its number, kind, what. */
    private void errand(byte[] message) {
        String[] words = new String(message, StandardCharsets.US_ASCII).split(" ", 4);
        Function<String, Optional<String>> worker = workers.get(words[2]);
        if (worker != null && !words[0].equals(self)) {
            Thread.ofVirtual().name("quell-errand").start(() -> run(worker, words));
        }
    }

    /** In Redis as long as the asker waits. */
    private static String key(String asker, String number) {
        return Keys.ERRANDS + ":" + asker + ":" + number;
    }

    /** An instance that was frozen may hear of an errand long after the asker has done without it: that one is not done. */
    private boolean isWaitedFor(String[] words) {
        return link.tell(redis -> redis.exists(key(words[0], words[1])))
                        .toCompletableFuture()
                        .join()
                > 0;
    }

    private void run(Function<String, Optional<String>> worker, String[] words) {
        try {
            if (!isWaitedFor(words)) {
                return;
            }
            worker.apply(words[3])
                    .ifPresent(done -> link.send(redis -> redis.publish(
                            Keys.ERRANDS + ":" + words[0],
                            (words[1] + " " + done).getBytes(StandardCharsets.US_ASCII))));
        } catch (RuntimeException e) {
            LOG.warn("An errand of another instance failed, it asks a third or does without", e);
        }
    }

    /** An answer: the errand's number, what was done. */
    private void answer(byte[] message) {
        String[] words = new String(message, StandardCharsets.US_ASCII).split(" ", 2);
        CompletableFuture<Optional<String>> waiting = asked.get(words[0]);
        if (waiting != null) {
            waiting.complete(Optional.of(words[1]));
        }
    }
}
