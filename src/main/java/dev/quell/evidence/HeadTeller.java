package dev.quell.evidence;

import dev.quell.call.Printable;
import dev.quell.evidence.chain.BlockHead;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.evidence.key.KeyLines;
import dev.quell.jobs.Jobs;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Signs the chain's end and tells it to the key's file and to the log, in one line of a fixed form, from where syslog takes it: what came before cannot be changed or
 * cut off unseen any more. At the start and the stop, once an hour, after many blocks, and after any note.
 */
@Component
final class HeadTeller implements HeadWatch, InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(HeadTeller.class);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration LATEST = Duration.ofHours(1);
    private static final long MANY = 10_000;

    private final EvidenceStore store;
    private final EvidenceKeys keys;
    private final HeadHook hook;
    private final Clock clock;
    private final ScheduledExecutorService timer = Jobs.timer("quell-chain-head");

    private @Nullable ScheduledFuture<?> schedule;
    private Instant told = Instant.MIN;
    private long number;
    private @Nullable BlockHead waiting;
    private @Nullable BlockHead last;
    private String fault = "";
    private volatile ToldHead state;

    HeadTeller(EvidenceStore store, EvidenceKeys keys, EvidenceSettings settings, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.hook = new HeadHook(settings.webhook());
        this.clock = clock;
        this.state = new ToldHead(Optional.empty(), 0, "", hook.isSet(), false, "");
    }

    @Override
    public ToldHead told() {
        return state;
    }

    @Override
    public void afterPropertiesSet() {
        if (!LOG.isInfoEnabled()) {
            LOG.warn(
                    "The log's level hides where the chain over the call log ends; set logging.level.{} to info",
                    LOG.getName());
        }
        schedule = timer.scheduleWithFixedDelay(this::look, 10, LOOK.toSeconds(), TimeUnit.SECONDS);
    }

    /** Tells it if it is time to. */
    synchronized void look() {
        try {
            store.begin();
            keep();
            BlockHead head = store.head();
            long noted = head.number() - store.unsigned();
            boolean late = isLate(clock.instant());
            if (noted > number || head.number() - number >= MANY || (late && head.number() > number)) {
                tell();
            }
            fault = "";
        } catch (RuntimeException e) {
            away(e);
        }
        BlockHead late = waiting;
        if (late != null) {
            post(late);
        }
        ToldHead before = state;
        state = new ToldHead(before.at(), before.block(), before.hash(), hook.isSet(), waiting != null, fault);
    }

    /** A clock that was set back since makes nobody wait until it is there again. */
    private boolean isLate(Instant now) {
        return told.equals(Instant.MIN) || now.isBefore(told) || !now.isBefore(told.plus(LATEST));
    }

    private void away(RuntimeException e) {
        String words = Printable.of(String.valueOf(e.getMessage()), 300);
        if (!words.equals(fault)) {
            LOG.error("The chain's end is neither signed nor told, which is tried again each minute: {}", words);
        }
        fault = words;
    }

    /** The chain is looked at once more behind the note, so that no other end is told than one that goes on from what was seen. */
    private void tell() {
        Instant now = clock.instant();
        if (store.unsigned() > 0) {
            store.note("HEAD", Instant.ofEpochMilli(now.toEpochMilli()), Map.of(), Map.of());
        }
        BlockHead head = store.head();
        store.begin();
        LOG.info("CHAIN HEAD {} sha256 {} block {}", now.truncatedTo(ChronoUnit.SECONDS), head.hash(), head.line());
        told = now;
        number = head.number();
        last = head;
        waiting = hook.isSet() ? head : null;
        state = new ToldHead(Optional.of(now), number, head.hash(), hook.isSet(), hook.isSet(), fault);
        keep();
    }

    /** The key's file has the end that was told last. */
    private void keep() {
        BlockHead end = last;
        if (end != null) {
            keys.ends(end.chain(), new KeyLines.End(end.number(), end.hash()));
        }
    }

    private void post(BlockHead head) {
        try {
            hook.post("{\"block\":" + head.line() + ",\"sha256\":\"" + head.hash() + "\"}");
            waiting = null;
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "The chain's end was not taken by the webhook, tried again in a minute: {}",
                    Printable.of(String.valueOf(e.getMessage()), 200));
        }
    }

    @Override
    public void destroy() {
        if (schedule != null) {
            schedule.cancel(false);
        }
        timer.shutdownNow();
        stop();
    }

    private synchronized void stop() {
        try {
            store.begin();
            if (store.head().number() > number) {
                tell();
            }
        } catch (RuntimeException e) {
            LOG.warn("The chain's end could not be told at the stop: {}", e.getMessage());
        }
    }
}
