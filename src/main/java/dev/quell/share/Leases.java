package dev.quell.share;

import java.time.Duration;
import java.util.Optional;

/** The port through which instances agree which one of them acts. Answers within 100 ms; where the shared store is away, each instance is granted its own leases. */
public interface Leases {

    /** Takes a lease, or prolongs this instance's own; empty while another instance holds it. */
    Optional<Lease> take(String name, Duration term);

    /** Gives a lease back before its time; one that is no longer held is left alone. */
    void giveBack(Lease lease);
}
