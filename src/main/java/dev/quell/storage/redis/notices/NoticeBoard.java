package dev.quell.storage.redis.notices;

import dev.quell.call.CallerNumber;
import dev.quell.storage.memory.NearCache;
import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.Reading;
import dev.quell.storage.redis.link.Subscription;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hears what other instances wrote, and makes what is remembered of these callers stale. What this instance wrote itself it knows. */
public final class NoticeBoard implements Consumer<Reading> {

    /** After so many readings in a row with something missed, the connection is made anew. */
    private static final int DEAF = 3;

    private final Versions versions = new Versions();
    private final Supplier<NearCache> near;
    private final String self;
    private final Subscription subscription;
    private final Counter heard;
    private final Counter missed;
    private int deaf;

    /** @param self how this instance's own notices are signed */
    public NoticeBoard(Subscription subscription, Supplier<NearCache> near, String self, MeterRegistry meters) {
        this.subscription = subscription;
        this.near = near;
        this.self = self;
        this.heard = counter(meters, "heard");
        this.missed = counter(meters, "missed");
        subscription.on(Keys.NOTICES, this::notice);
    }

    private static Counter counter(MeterRegistry meters, String result) {
        return Counter.builder("quell.redis.notices")
                .description(
                        "notices of other instances' writes; missed: parts of callers whose versions showed that a notice was lost")
                .tag("result", result)
                .register(meters);
    }

    /** A notice: version, part, sender, kind, caller. */
    private void notice(byte[] message) {
        String[] words = new String(message, StandardCharsets.UTF_8).split(" ", 5);
        int part = Integer.parseInt(words[1]);
        if (versions.hear(part, Long.parseLong(words[0]))) {
            stale(part);
        } else if (!words[2].equals(self)) {
            near.get().stale(CallerNumber.ofKey(words[4]));
        }
        heard.increment();
    }

    @Override
    public void accept(Reading reading) {
        List<Integer> lost = versions.see(reading.versions(), reading.back());
        lost.forEach(this::stale);
        deaf = lost.isEmpty() || reading.back() ? 0 : deaf + 1;
        if (deaf == DEAF) {
            subscription.renew();
        }
    }

    private void stale(int part) {
        near.get().partStale(part);
        missed.increment();
    }
}
