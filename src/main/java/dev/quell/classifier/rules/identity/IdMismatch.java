package dev.quell.classifier.rules.identity;

import dev.quell.call.IncomingCall;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.util.Optional;

/** The number shown differs from the one that a trusted trunk asserts; a forwarded call may do so. */
public final class IdMismatch implements Rule {

    @Override
    public String symbol() {
        return "ID_MISMATCH";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        IncomingCall call = evidence.call();
        return !call.forwarded()
                        && call.caller().identifies()
                        && call.asserted()
                                .filter(asserted -> !asserted.equals(call.caller()))
                                .isPresent()
                ? Optional.of(Hit.WHOLE)
                : Optional.empty();
    }
}
