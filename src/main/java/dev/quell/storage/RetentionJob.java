package dev.quell.storage;

import dev.quell.call.Printable;
import dev.quell.jobs.Jobs;
import dev.quell.storage.StorageSettings.Retention;
import dev.quell.storage.database.Database;
import dev.quell.storage.evidence.ChainKeeping;
import dev.quell.storage.jdbc.HeldSoFar;
import dev.quell.storage.jdbc.JdbcRetention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Deletes what is older than the settings let it be, every hour. What hinders one kind of records does not hinder the others. */
@Component
final class RetentionJob implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RetentionJob.class);
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Database database;
    private final Optional<ChainKeeping> chain;
    private final Retention retention;
    private final RetentionState state;
    private final Clock clock;
    private final Supplier<String> clockFault;
    private final HeldSoFar held = new HeldSoFar();
    private final ScheduledExecutorService timer = Jobs.timer("quell-retention");

    private @Nullable ScheduledFuture<?> schedule;

    @Autowired
    RetentionJob(
            Database database,
            Optional<ChainKeeping> chain,
            StorageSettings settings,
            RetentionState state,
            ClockWatch watch,
            Clock clock) {
        this(database, chain, settings, state, watch::fault, clock);
    }

    /** @param clockFault why nothing is to be deleted by the clock; empty if it is believed */
    RetentionJob(
            Database database,
            Optional<ChainKeeping> chain,
            StorageSettings settings,
            RetentionState state,
            Supplier<String> clockFault,
            Clock clock) {
        this.database = database;
        this.chain = chain;
        this.retention = settings.retention();
        this.state = state;
        this.clockFault = clockFault;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        schedule = timer.scheduleWithFixedDelay(this::run, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** Deletes what is too old now. A failure is told and tried again an hour later. */
    void run() {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Map<String, String> faults = new LinkedHashMap<>();
        try {
            String wrong = clockFault.get();
            if (wrong.isEmpty()) {
                Map<String, Integer> deleted = new Round(now, faults).deleted();
                if (!deleted.isEmpty()) {
                    log.info("Retention: deleted, as their time was over: {}", deleted);
                }
            } else {
                faults.put("clock", wrong);
            }
        } catch (RuntimeException e) {
            faults.put("all", words(e));
        }
        state.ran(faults, now);
    }

    private static String words(RuntimeException e) {
        return Printable.of(String.valueOf(e.getMessage()), 300);
    }

    /** One run, at a moment. */
    private final class Round {

        private final Instant now;
        private final Map<String, String> faults;
        private final Map<String, Integer> deleted = new LinkedHashMap<>();
        private final JdbcRetention stored;
        private String unsound = "";

        Round(Instant now, Map<String, String> faults) {
            this.now = now;
            this.faults = faults;
            this.stored = chain.isPresent() ? JdbcRetention.holding(database, held, now) : new JdbcRetention(database);
        }

        Map<String, Integer> deleted() {
            sound();
            held("calls", this::calls);
            held("flags", () -> stored.flags(now.minus(retention.flags())));
            held("entries", () -> stored.entries(now.minus(retention.entries())));
            step("known", () -> stored.knownCallers(now));
            step("audit", () -> stored.audit(now.minus(retention.audit())));
            step("tokens", () -> stored.tokens(now.minus(retention.audit())));
            step("answers", () -> stored.answers(now));
            step("reviews", () -> stored.reviews(now.minus(retention.flags())));
            step("proposals", () -> stored.proposals(now.minus(retention.entries())));
            step("rule proposals", () -> stored.ruleProposals(now.minus(retention.entries())));
            return deleted;
        }

        /** What legal holds may keep is deleted only if it is known what they keep. */
        private void sound() {
            try {
                chain.ifPresent(ChainKeeping::check);
            } catch (RuntimeException e) {
                unsound = words(e);
            }
        }

        private int calls() {
            Instant before = now.minus(retention.calls());
            if (stored.isAnyCall(before)) {
                chain.ifPresent(kept -> kept.removing(retention.calls(), retention.audit(), now));
            }
            int calls = stored.calls(before);
            chain.ifPresent(kept -> step("chain", () -> kept.removed(before, now)));
            return calls;
        }

        private void held(String kind, IntSupplier work) {
            if (unsound.isEmpty()) {
                step(kind, work);
            } else {
                faults.put(kind, unsound);
            }
        }

        private void step(String kind, IntSupplier work) {
            try {
                int rows = work.getAsInt();
                if (rows > 0) {
                    deleted.put(kind, rows);
                }
            } catch (RuntimeException e) {
                log.debug("Retention of {} failed", kind, e);
                faults.put(kind, words(e));
            }
        }
    }

    @Override
    public void destroy() {
        if (schedule != null) {
            schedule.cancel(true);
        }
        timer.shutdownNow();
    }
}
