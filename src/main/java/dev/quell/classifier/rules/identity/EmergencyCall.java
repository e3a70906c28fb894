package dev.quell.classifier.rules.identity;

import dev.quell.blocklist.ProtectedNumbers;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.util.Optional;

/** An emergency service calls, or calls back (RFC 7090); always passes. */
public final class EmergencyCall implements Rule {

    @Override
    public String symbol() {
        return "EMERGENCY_CALL";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        if (evidence.call().callback()) {
            return Optional.of(Hit.WHOLE);
        }
        return ProtectedNumbers.isEmergency(evidence.call().caller()) ? Optional.of(Hit.WHOLE) : Optional.empty();
    }
}
