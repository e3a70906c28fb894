package dev.quell.classifier.rules.identity;

import dev.quell.call.Attestation;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.util.Optional;

/** The call carries a STIR/SHAKEN signature of one kind. */
public final class Signed implements Rule {

    private final Attestation attestation;

    /** For one kind of signature, not for its absence. */
    public Signed(Attestation attestation) {
        this.attestation = attestation;
    }

    @Override
    public String symbol() {
        return "STIR_" + attestation;
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        return evidence.call().attestation() == attestation ? Optional.of(Hit.WHOLE) : Optional.empty();
    }
}
