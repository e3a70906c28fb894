package dev.quell.security.people;

/** Who waits for a password to be checked. The first go before the others, and each have places of their own. */
public enum Turn {
    /** Somebody who is known: signed in, or at a browser that the account was signed in with. */
    KNOWN(32),
    /** Anybody. */
    STRANGER(8);

    private final int places;

    Turn(int places) {
        this.places = places;
    }

    /** How many may wait, the one whose turn it is among them. */
    int places() {
        return places;
    }
}
