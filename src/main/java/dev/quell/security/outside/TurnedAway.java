package dev.quell.security.outside;

import dev.quell.security.people.Way;
import java.io.Serial;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;

/** Nobody was signed in by another service, for a reason that the person may know. */
public final class TurnedAway extends AuthenticationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Way way;
    private final Why why;
    private final boolean counted;

    public TurnedAway(Way way, Why why) {
        this(way, why, false);
    }

    /** One that counts as a failed try. */
    public static TurnedAway counted(Way way, Why why) {
        return new TurnedAway(way, why, true);
    }

    private TurnedAway(Way way, Why why, boolean counted) {
        super("turned away by way of " + way.word() + ": " + why.word());
        this.way = way;
        this.why = why;
        this.counted = counted;
    }

    /** Whether it counts as a failed try, since somebody might guess by it. */
    public boolean isCounted() {
        return counted;
    }

    /** Why not. */
    public enum Why {
        /** The service does not answer, or the way to it is not safe. */
        AWAY,
        /** None of the person's groups gives a role. */
        NO_ROLE,
        /** The account is disabled here. */
        DISABLED,
        /** There is no account with a password here yet; the first one is never another service's. */
        FIRST,
        /** The sign-in took too long, was begun in another browser, or was answered before. */
        EXPIRED,
        /** The service refused, or the person did. */
        REFUSED,
        /** What the service answered is not to be trusted, or not to be read. */
        UNUSABLE;

        /** As addresses and keys of texts have it: lower case, words joined by dashes. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The reason of a word; empty if there is none. */
        public static Optional<Why> of(String word) {
            return Arrays.stream(values())
                    .filter(why -> why.word().equals(word))
                    .findFirst();
        }
    }

    /** By what the person wanted to sign in. */
    public Way way() {
        return way;
    }

    /** Why not. */
    public Why why() {
        return why;
    }
}
