package dev.quell.storage.redis.link;

import dev.quell.storage.memory.NearCache;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Redis twice a second for its epoch and the versions of all parts, connects and connects anew, and closes the breaker when Redis answers again. So no
 * call has to try whether it does.
 */
public final class RedisKeeper implements AutoCloseable {

    /** How often Redis is asked. */
    public static final Duration EVERY = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(RedisKeeper.class);

    /** After so many probes without an answer the connections are given up: nobody may be at the other end any more. */
    private static final int GIVEN_UP = 10;

    private static final int MISSED_TO_TELL = 3;
    private static final String[] QUESTION = question();

    private final RedisLink link;
    private final List<Consumer<Reading>> readers;
    private final AtomicBoolean lost = new AtomicBoolean(true);
    private @Nullable Rounds rounds;

    private int missed;
    private boolean listening;

    /** @param readers told each reading, in order, on the keeper's thread */
    public RedisKeeper(RedisLink link, List<Consumer<Reading>> readers) {
        this.link = link;
        this.readers = List.copyOf(readers);
    }

    private static String[] question() {
        return IntStream.rangeClosed(0, NearCache.PARTS)
                .mapToObj(part -> part < NearCache.PARTS ? Keys.version(part) : Keys.EPOCH)
                .toArray(String[]::new);
    }

    /** Begins, at once. */
    public void start() {
        rounds = new Rounds("quell-redis", EVERY, this::run);
    }

    /** One round; whatever fails is tried again with the next. */
    private void run() throws InterruptedException {
        try {
            probe();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            missed(e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e);
        }
    }

    private void probe() throws InterruptedException, ExecutionException, TimeoutException {
        hearOfLosses();
        link.connect();
        List<KeyValue<String, byte[]>> values = link.<List<KeyValue<String, byte[]>>>probe(
                        redis -> redis.mget(QUESTION))
                .get(link.timeout().toMillis() * 2, TimeUnit.MILLISECONDS);
        boolean away = link.away();
        Reading reading = reading(values, lost.getAndSet(false) || away);
        if (away) {
            link.back();
            LOG.info("Redis answers; this instance shares what callers did with the others again");
        }
        missed = 0;
        readers.forEach(reader -> tell(reader, reading));
    }

    private static void tell(Consumer<Reading> reader, Reading reading) {
        try {
            reader.accept(reading);
        } catch (RuntimeException e) {
            LOG.warn("What Redis said could not be taken in, tried again in {} ms", EVERY.toMillis(), e);
        }
    }

    private static Reading reading(List<KeyValue<String, byte[]>> values, boolean back) {
        List<Long> versions = new ArrayList<>();
        for (int part = 0; part < NearCache.PARTS; part++) {
            versions.add(Long.parseLong(text(values.get(part), "0")));
        }
        return new Reading(text(values.getLast(), ""), versions, back);
    }

    private static String text(KeyValue<String, byte[]> value, String otherwise) {
        return value.map(bytes -> new String(bytes, StandardCharsets.US_ASCII)).getValueOrElse(otherwise);
    }

    private void missed(Throwable fault) {
        link.missed(fault);
        missed++;
        if (missed == MISSED_TO_TELL) {
            LOG.warn(
                    "Redis does not answer ({}). Calls are screened with what this instance knows by itself, and what happens is told to the others later;"
                            + " look at the server that spring.data.redis names",
                    fault.toString());
        }
        if (missed % GIVEN_UP == 0) {
            link.disconnect();
        }
    }

    private void hearOfLosses() {
        if (!listening) {
            link.client().addListener(new RedisConnectionStateListener() {
                @Override
                public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                    lost.set(true);
                }
            });
            listening = true;
        }
    }

    @Override
    public void close() {
        if (rounds != null) {
            rounds.close();
        }
        link.disconnect();
    }
}
