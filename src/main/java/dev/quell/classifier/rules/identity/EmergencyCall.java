package dev.quell.classifier.rules.identity;

import dev.quell.call.CallerNumber;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.util.Optional;
import java.util.function.Predicate;

/** An emergency service calls, or calls back (RFC 7090); always passes. */
public final class EmergencyCall implements Rule {

    private final Predicate<CallerNumber> emergency;

    /** With what tells emergency numbers. */
    public EmergencyCall(Predicate<CallerNumber> emergency) {
        this.emergency = emergency;
    }

    @Override
    public String symbol() {
        return "EMERGENCY_CALL";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        if (evidence.call().callback()) {
            return Optional.of(Hit.WHOLE);
        }
        return emergency.test(evidence.call().caller()) ? Optional.of(Hit.WHOLE) : Optional.empty();
    }
}
