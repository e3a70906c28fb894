package dev.quell.doctor.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far another machine's clock is from this one's. */
public final class Skew {

    private static final Duration BEARABLE = Duration.ofSeconds(2);

    private Skew() {}

    /**
     * Tells a difference of more than two seconds.
     *
     * @param whose whose clock the other one is, such as Redis's
     */
    public static void look(Findings findings, Instant theirs, Instant ours, String whose) {
        Duration apart = Duration.between(ours, theirs);
        if (apart.abs().compareTo(BEARABLE) > 0) {
            findings.warn(
                    String.format(
                            Locale.ROOT,
                            "%s clock is %.1f s %s this machine's",
                            whose,
                            apart.abs().toMillis() / 1000.0,
                            apart.isNegative() ? "behind" : "ahead of"),
                    "timedatectl set-ntp true   on both machines (or install chrony)");
        }
    }
}
