package dev.quell.security.outside;

import dev.quell.security.Network;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Way;
import dev.quell.share.RateLimits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps whom another service vouched for, and who was turned away all the same; of each address so many an hour that nobody fills a disk. */
@Component
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int OF_ONE = 30;
    private static final Duration PER = Duration.ofHours(1);
    private static final int LONGEST = 100;

    private final Audit audit;
    private final RateLimits limits;
    private final Counter turnedAway;

    public Refusals(Audit audit, RateLimits limits, MeterRegistry meters) {
        this.audit = audit;
        this.limits = limits;
        this.turnedAway = Counter.builder("quell.sign.in.failures")
                .description("sign-ins that failed: wrong, or refused since there were too many")
                .tag("why", "turned away")
                .register(meters);
    }

    /** Notes that somebody was turned away, whose account is named, if there is one. */
    void note(Outsider who, String account, TurnedAway.Why why, String address) {
        note(
                who.identity().way(),
                account,
                why.word() + ": " + clean(who.name()) + " ("
                        + clean(who.identity().subject()) + ")",
                address);
    }

    /** Notes that a sign-in failed, and why in short, with nothing of a stranger's making in it. */
    public void note(Way way, String account, String reason, String address) {
        turnedAway.increment();
        if (limits.ask("sign-in-turned-away:" + Network.of(address), OF_ONE, PER)
                .isPositive()) {
            return;
        }
        audit.note("", Deed.SIGN_IN_FAILED, account, "", way.word() + ", " + reason, address);
        LOG.warn("A sign-in from {} by way of {} failed: {}", address, way.word(), reason);
    }

    /** A text of another service as one line of a log: what does not show is left out. */
    public static String clean(String text) {
        String line = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
