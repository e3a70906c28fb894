package dev.quell.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to where legal holds are kept. Each change and its note in the chain are one. */
public interface Holds {

    /**
     * Keeps a hold and gives it its number.
     *
     * @param by the account or token that makes it
     */
    Hold keep(Hold hold, String by);

    /**
     * Ends a hold; empty if there is no standing one of that number.
     *
     * @param who ends it
     * @param by the account or token that does it
     */
    Optional<Hold> release(long id, String who, String because, String by, Instant now);

    /**
     * Accepts what is wrong with the holds or the chain's notes of them, so that retention goes on, by the holds as they are now. A signed note names it for good.
     *
     * @param who accepts it
     * @param by the account or token that does it
     * @return what was accepted; empty if nothing is wrong
     * @throws dev.quell.evidence.key.EvidenceFault if it cannot be noted
     */
    List<String> accept(String who, String because, String by, Instant now);

    /** All holds ever made, newest first; ended ones too. */
    List<Hold> all();
}
