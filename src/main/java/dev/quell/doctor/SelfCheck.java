package dev.quell.doctor;

import dev.quell.doctor.finding.Finding;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/** Looks at each Asterisk as {@code quell doctor} does: in the background, one look at a time, and not for longer than a minute. */
@Component
public final class SelfCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    private final Callable<Examination> examination;
    private final Clock clock;
    private Optional<Running> last = Optional.empty();

    private record Running(Instant startedAt, FutureTask<Examination> found, Thread thread) {}

    /** How a look stands. */
    public enum State {
        RUNNING,
        DONE,
        /** It takes longer than a minute, and is not waited for any more. */
        LATE,
        /** It could not be made. */
        FAILED
    }

    /**
     * A look at the Asterisks.
     *
     * @param findings none unless it is done
     */
    public record Look(State state, Instant startedAt, List<Finding> findings) {
        public Look {
            findings = List.copyOf(findings);
        }
    }

    @Autowired
    SelfCheck(ConfigurableEnvironment environment, Clock clock) {
        this(new Doctor(environment, Path.of("/"), clock)::examineAsterisks, clock);
    }

    SelfCheck(Callable<Examination> examination, Clock clock) {
        this.examination = examination;
        this.clock = clock;
    }

    /** Begins to look, unless somebody looks already. A look that hangs is interrupted, and the next begins once it has ended. */
    public synchronized void start() {
        if (last.filter(look -> look.thread().isAlive()).isEmpty()) {
            FutureTask<Examination> found = new FutureTask<>(examination);
            Thread thread = Thread.ofPlatform().name("quell-check").daemon(true).start(found);
            last = Optional.of(new Running(clock.instant(), found, thread));
        }
    }

    /** The look that runs or was the last; empty if nobody looked since the start. */
    public synchronized Optional<Look> last() {
        return last.map(this::look);
    }

    private Look look(Running look) {
        boolean late = look.startedAt().plus(PATIENCE).isBefore(clock.instant());
        if (late && !look.found().isDone()) {
            look.found().cancel(true);
        }
        return switch (look.found().state()) {
            case RUNNING -> new Look(State.RUNNING, look.startedAt(), List.of());
            case CANCELLED -> new Look(State.LATE, look.startedAt(), List.of());
            case FAILED -> {
                LOG.debug("The Asterisks could not be looked at", look.found().exceptionNow());
                yield new Look(State.FAILED, look.startedAt(), List.of());
            }
            case SUCCESS ->
                new Look(State.DONE, look.startedAt(), look.found().resultNow().findings());
        };
    }
}
