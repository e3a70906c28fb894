package dev.quell.simulation.stage;

import dev.quell.call.Attestation;
import dev.quell.call.CallerNumber;
import dev.quell.call.Fingerprint;
import java.util.Optional;

/**
 * What a caller shows to the network.
 *
 * @param asserted P-Asserted-Identity, if the trunk gives one
 * @param forwarded whether its calls reach us diverted
 */
public record Handset(
        CallerNumber number,
        String trunk,
        Attestation attestation,
        Fingerprint fingerprint,
        Optional<CallerNumber> asserted,
        boolean forwarded) {

    /** The same, showing another number. */
    public Handset showing(CallerNumber other) {
        return new Handset(other, trunk, attestation, fingerprint, asserted, forwarded);
    }

    /** The same over another trunk. */
    public Handset over(String other) {
        return new Handset(number, other, attestation, fingerprint, asserted, forwarded);
    }

    /** The same with another signature. */
    public Handset signed(Attestation other) {
        return new Handset(number, trunk, other, fingerprint, asserted, forwarded);
    }

    /** The same with another fingerprint. */
    public Handset with(Fingerprint other) {
        return new Handset(number, trunk, attestation, other, asserted, forwarded);
    }

    /** The same, diverted to us by another number. */
    public Handset forwardedBy(CallerNumber by) {
        return new Handset(number, trunk, attestation, fingerprint, Optional.of(by), true);
    }
}
