package dev.quell.screening.enforcement;

import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListMatch;
import dev.quell.call.CallId;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import dev.quell.screening.ScreeningSettings;
import dev.quell.screening.ScreeningSettings.Mode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Turns a verdict into what is done: observe mode, the safety floor and the holdout make it milder, nothing makes it harder. */
@Component
public final class Enforcement {

    private final ScreeningSettings settings;
    private final SafetyFloor floor;
    private final Holdout holdout;

    /** With the settings, and where the floor's state is shown. */
    @Autowired
    public Enforcement(ScreeningSettings settings, MeterRegistry meters) {
        this(settings, new SafetyFloor(settings.floor(), meters));
    }

    Enforcement(ScreeningSettings settings, SafetyFloor floor) {
        this.settings = settings;
        this.floor = floor;
        this.holdout = new Holdout(settings.holdout());
    }

    /**
     * What is done with a call.
     *
     * @param because {@code enforce}, {@code observe}, {@code floor} or {@code holdout}
     */
    public record Applied(Action action, String because) {}

    /** Applies a verdict about a call that was decided now. */
    public Applied apply(CallId call, Verdict verdict, Optional<ListMatch> entry, Instant now) {
        boolean diverted = verdict.action().diverts() && !willedByPeople(verdict, entry);
        boolean tripped = floor.count(diverted, now);
        if (settings.mode() == Mode.OBSERVE) {
            return new Applied(Action.PASS, "observe");
        }
        if (diverted && tripped) {
            return new Applied(Action.TAG, "floor");
        }
        return diverted && holdout.holds(call)
                ? new Applied(Action.PASS, "holdout")
                : new Applied(verdict.action(), "enforce");
    }

    /** Whether the safety floor is tripped: suspects are only tagged. */
    public boolean floorTripped() {
        return floor.tripped();
    }

    /** How the safety floor stands. */
    public FloorState floor(Instant now) {
        return floor.state(now);
    }

    /** Whether agents, an entry made by hand, or the line's own settings brought it about, or a flood, which is no fault of the rules. */
    private static boolean willedByPeople(Verdict verdict, Optional<ListMatch> entry) {
        return switch (verdict.cause()) {
            case "flags-deter", "line-listens", "flood" -> true;
            case "block-list" ->
                entry.filter(made -> made.origin() == Origin.MANUAL).isPresent();
            default -> false;
        };
    }
}
