package dev.quell.security.login;

import dev.quell.share.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One try of a password, counted by each limit that it falls under, also by one that only another thread comes upon. */
final class Attempt {

    private final RateLimits limits;
    private final List<Counted> counted = new ArrayList<>();

    Attempt(RateLimits limits) {
        this.limits = limits;
    }

    private record Counted(String key, int burst, Duration per) {}

    /**
     * Counts it by one limit more.
     *
     * @throws SignInRefused if that allows no more now; then no limit has counted it
     */
    synchronized void ask(String key, int burst, Duration per) {
        Duration wait = limits.ask(key, burst, per);
        if (wait.isPositive()) {
            takeBack();
            throw SignInRefused.tooOften(wait);
        }
        counted.add(new Counted(key, burst, per));
    }

    /** It was none: nothing was looked at, or it fitted. */
    synchronized void takeBack() {
        counted.forEach(each -> limits.giveBack(each.key(), each.burst(), each.per()));
        counted.clear();
    }
}
