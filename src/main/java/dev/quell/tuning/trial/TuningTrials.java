package dev.quell.tuning.trial;

import dev.quell.backtest.Backtest;
import dev.quell.backtest.Choice;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.replay.ReplaySettings;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.trial.Trial.State;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tries tunings over the calls of the past: one at a time, on a thread of its own that rests as much as it works. */
@Component
public final class TuningTrials {

    /** Calls that are read at most, those that only make the callers known too: about 0.5 KB of memory each. Of more, a sample of the callers is read. */
    public static final long MOST_CALLS = 200_000;

    private static final int MOST_SAMPLE = 4096;

    /** So long before the period the callers are made known, if their calls are remembered as long. */
    public static final Duration LEARN = Duration.ofDays(14);

    private static final Logger LOG = LoggerFactory.getLogger(TuningTrials.class);

    private final Tuner tuner;
    private final Records records;
    private final Environment environment;
    private final Clock clock;
    private final long most;
    private Optional<Running> last = Optional.empty();

    @Autowired
    TuningTrials(Tuner tuner, Records records, Environment environment, Clock clock) {
        this(tuner, records, environment, clock, MOST_CALLS);
    }

    /** @param most calls that are read */
    TuningTrials(Tuner tuner, Records records, Environment environment, Clock clock, long most) {
        this.most = most;
        this.tuner = tuner;
        this.records = records;
        this.environment = environment;
        this.clock = clock;
    }

    /** There are more calls than a running service may hold. */
    private static final class TooManyCalls extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The trial that runs or ran last, as it stands; empty if there was none since the start, or it was put away. */
    public synchronized Optional<Trial> last() {
        return last.map(Running::state);
    }

    /**
     * Begins to try a tuning over the last days.
     *
     * @return the trial; empty if one runs already
     * @throws IllegalArgumentException if the tuning cannot be over the site's file
     */
    public synchronized Optional<Trial> start(Tuning tuning, int days, String author) {
        if (last.filter(running -> running.state().running()).isPresent()) {
            return Optional.empty();
        }
        ReplaySettings site =
                ReplaySettings.of(Binder.get(environment)).enforcing().remembering(LEARN);
        ReplaySettings known = site.withClassifier(tuner.present());
        ReplaySettings tried = site.withClassifier(tuning.over(tuner.site()));
        Trial begun = new Trial(
                UUID.randomUUID().toString(),
                tuning,
                days,
                author,
                tuner.version(),
                clock.instant(),
                State.RUNNING,
                0,
                0,
                1,
                Optional.empty());
        Running running = new Running(begun, Duration.ofDays(days).plus(known.memory()), most);
        last = Optional.of(running);
        Backtest backtest = Backtest.of(new Choice("tried", tried))
                .against(new Choice("present", known))
                .in(ZoneId.systemDefault());
        Thread.ofPlatform().name("quell-trial").daemon(true).start(() -> run(running, backtest));
        return Optional.of(begun);
    }

    private void run(Running running, Backtest backtest) {
        Instant to = running.state().startedAt();
        Instant from = to.minus(Duration.ofDays(running.state().days()));
        try {
            running.done(replay(running, backtest, from, to));
        } catch (CancellationException e) {
            running.ended(State.CANCELLED);
        } catch (TooManyCalls e) {
            running.ended(State.TOO_MANY);
        } catch (RuntimeException | Error e) {
            LOG.warn("The trial of other rules failed; nothing is changed by it", e);
            running.ended(State.FAILED);
        }
    }

    /** Where there are too many calls, once more with one caller in so many as by then will fit. */
    private BacktestResult replay(Running running, Backtest backtest, Instant from, Instant to) {
        while (true) {
            try (Records.Opened opened = records.open()) {
                PacedArchive paced =
                        new PacedArchive(opened.archive(), running.state().sample(), running::reached);
                return backtest.log("call log", paced, from, to, read -> {});
            } catch (TooManyCalls e) {
                running.sampleMore(e);
            }
        }
    }

    /** Ends the trial that runs, or puts away the one that ran last. */
    @PreDestroy
    public synchronized void cancel() {
        last.filter(running -> running.state().running())
                .ifPresentOrElse(Running::cancel, () -> last = Optional.empty());
    }

    /** A trial while it runs and after. */
    private static final class Running {
        private final Duration span;
        private final long most;
        private volatile Trial state;
        private volatile boolean cancelled;

        Running(Trial begun, Duration span, long most) {
            this.state = begun;
            this.span = span;
            this.most = most;
        }

        Trial state() {
            return state;
        }

        void cancel() {
            cancelled = true;
        }

        void reached(Instant arrived, long calls) {
            if (cancelled) {
                throw new CancellationException();
            }
            if (calls > most) {
                throw new TooManyCalls();
            }
            double left = (double) Duration.between(arrived, state.startedAt()).toMillis() / span.toMillis();
            state = state.at(State.RUNNING, calls, Math.clamp(1 - left, 0, 1), Optional.empty());
        }

        /** Twice as few callers until they fit: what was read of the span so far tells how many there will be. */
        void sampleMore(TooManyCalls fault) {
            int sample = state.sample();
            for (double calls = state.calls() / Math.max(0.01, state.share());
                    calls > most && sample <= MOST_SAMPLE;
                    calls /= 2) {
                sample *= 2;
            }
            sample = Math.max(sample, state.sample() * 2);
            if (sample > MOST_SAMPLE) {
                throw fault;
            }
            state = state.sampling(sample);
        }

        void done(BacktestResult result) {
            state = state.at(State.DONE, state.calls(), 1, Optional.of(result));
        }

        void ended(State how) {
            state = state.at(how, state.calls(), state.share(), Optional.empty());
        }
    }
}
