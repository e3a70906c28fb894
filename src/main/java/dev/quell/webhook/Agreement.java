package dev.quell.webhook;

import dev.quell.share.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which of several instances tells what all of them notice: the first one, and the same is not told again for {@link #SAME}. What turns back within that time
 * and was not told, a flapping alarm, is told as it stands when it has stood so long: the last word is always the standing state. Used by one thread.
 */
final class Agreement {

    /** So far apart instances may notice the same. */
    static final Duration SAME = Duration.ofMinutes(2);

    private final Leases leases;
    private final Clock clock;
    private final Map<String, Noticed> noticed = new TreeMap<>();

    Agreement(Leases leases, Clock clock) {
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * What was noticed last of something.
     *
     * @param owed whether nobody may have told it although it turned back
     */
    private record Noticed(Event event, Instant at, boolean owed) {
        boolean turnedBack(Event next, Instant now) {
            return event.kind() != next.kind() && now.isBefore(at.plus(SAME));
        }
    }

    /** Whether an event is this instance's to tell. */
    boolean isOurs(Event event) {
        if (event.shared().isEmpty()) {
            return true;
        }
        Instant now = clock.instant();
        boolean ours = take(event.shared() + ":" + event.kind().word());
        Noticed before = noticed.get(event.shared());
        boolean flaps = before != null && before.turnedBack(event, now);
        noticed.put(event.shared(), new Noticed(event, now, !ours && flaps));
        return ours;
    }

    /** What stands by now and was not told yet, as far as that is this instance's to tell. */
    List<Event> standing() {
        Instant now = clock.instant();
        List<Event> told = new ArrayList<>();
        noticed.values().removeIf(last -> {
            boolean over = !now.isBefore(last.at().plus(SAME));
            if (over && last.owed() && take("standing:" + last.event().shared())) {
                told.add(last.event());
            }
            return over;
        });
        return told;
    }

    private boolean take(String what) {
        return leases.take("webhook:" + what, SAME).isPresent();
    }
}
