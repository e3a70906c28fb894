package dev.quell.console.treatments;

import dev.quell.console.treatments.CheckView.FindingView;
import dev.quell.doctor.Doctor;
import dev.quell.doctor.Examination;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/** Looks at each Asterisk as {@code quell doctor} does: in the background, one look at a time, and not for longer than a minute. */
@Component
final class SelfCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    private final Doctor doctor;
    private final Clock clock;
    private final Executor threads = Thread.ofPlatform().name("quell-check").daemon(true)::start;
    private Optional<Look> last = Optional.empty();

    private record Look(Instant startedAt, CompletableFuture<Examination> found) {}

    SelfCheck(ConfigurableEnvironment environment, Clock clock) {
        this.doctor = new Doctor(environment, Path.of("/"), clock);
        this.clock = clock;
    }

    /** Begins to look, unless somebody looks already. */
    synchronized void start() {
        if (last().filter(CheckView::running).isEmpty()) {
            last = Optional.of(
                    new Look(clock.instant(), CompletableFuture.supplyAsync(doctor::examineAsterisks, threads)));
        }
    }

    /** The look that runs or was the last; empty if nobody looked since the start. */
    synchronized Optional<CheckView> last() {
        return last.map(this::view);
    }

    private CheckView view(Look look) {
        if (!look.found().isDone()) {
            boolean late = look.startedAt().plus(PATIENCE).isBefore(clock.instant());
            return new CheckView(late ? "LATE" : "RUNNING", look.startedAt(), List.of());
        }
        if (look.found().isCompletedExceptionally()) {
            LOG.debug("The Asterisks could not be looked at", look.found().exceptionNow());
            return new CheckView("FAILED", look.startedAt(), List.of());
        }
        return new CheckView(
                "DONE",
                look.startedAt(),
                look.found().join().findings().stream().map(FindingView::of).toList());
    }
}
