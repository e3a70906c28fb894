package dev.quell.security.masking;

import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Right;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The numbers that a session shows whole, each for {@link #TERM}; of more than {@value #MOST} the oldest is masked again. */
final class Revealed {

    static final Duration TERM = Duration.ofMinutes(15);

    private static final int MOST = 50;
    private static final String NAME = "quell.revealed";

    private final Clock clock;
    private final Map<String, Instant> until = new LinkedHashMap<>();

    private Revealed(Clock clock) {
        this.clock = clock;
    }

    /** Those of a session. */
    static Revealed of(HttpSession session, Clock clock) {
        synchronized (session) {
            if (session.getAttribute(NAME) instanceof Revealed known) {
                return known;
            }
            Revealed none = new Revealed(clock);
            session.setAttribute(NAME, none);
            return none;
        }
    }

    /** Whether the session of this thread's request shows a number whole, to somebody who may still have that; not outside of requests. */
    static boolean here(String number) {
        if (CurrentPerson.find().filter(person -> person.may(Right.REVEAL)).isEmpty()) {
            return false;
        }
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(ServletRequestAttributes.class::cast)
                .map(asked -> asked.getRequest().getSession(false))
                .map(session -> session.getAttribute(NAME))
                .filter(Revealed.class::isInstance)
                .map(Revealed.class::cast)
                .filter(known -> known.holds(number))
                .isPresent();
    }

    synchronized void add(String number) {
        until.remove(number);
        until.put(number, clock.instant().plus(TERM));
        if (until.size() > MOST) {
            until.remove(until.keySet().iterator().next());
        }
    }

    private synchronized boolean holds(String number) {
        Instant end = until.get(number);
        return end != null && clock.instant().isBefore(end);
    }
}
