package dev.quell.blocklist;

import dev.quell.call.SettingFaults;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the lists and of automatic blocks.
 *
 * @param protectedNumbers numbers that no block may hit, beside those that never may
 * @param maxBanTime no block lasts longer
 */
@ConfigurationProperties(prefix = "quell.blocklist", ignoreUnknownFields = false)
public record BlockListSettings(
        @DefaultValue List<String> protectedNumbers,
        Duration maxBanTime,
        Burst burst,
        Ladder ladder,
        Incident incident,
        Identity identity) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,15}\\*?");

    /** A block of {@code banTime} after {@code maxRetry} silent calls within {@code findTime}. */
    public record Burst(Duration findTime, int maxRetry, Duration banTime) {}

    /**
     * Blocks that grow.
     *
     * @param terms of the first, second and further blocks; the last stays
     * @param confirmOver a longer term is cut to this, a person confirms the rest
     * @param incidents needed within {@code findTime}, in at least {@code sessions} sessions
     * @param sessionGap without an incident ends a session
     * @param forgetAfter so long after the end of the last block the ladder begins anew
     */
    public record Ladder(
            List<Duration> terms,
            Duration confirmOver,
            Duration findTime,
            int incidents,
            int sessions,
            Duration sessionGap,
            Duration forgetAfter) {
        public Ladder {
            terms = List.copyOf(terms);
        }
    }

    /** What counts as an incident: silent calls {@code spacing} apart, {@code perDay} a day. */
    public record Incident(Duration spacing, int perDay) {}

    /** Identity without attestation: {@code incidents} over one trunk with one fingerprint that fewer than {@code fingerprintShare} of others have. */
    public record Identity(int incidents, double fingerprintShare, int minCalls) {}

    public BlockListSettings {
        protectedNumbers = List.copyOf(protectedNumbers);
        SettingFaults faults = SettingFaults.in("quell.blocklist")
                .require(
                        protectedNumbers.stream()
                                .allMatch(number -> NUMBER.matcher(number).matches()),
                        "protected-numbers",
                        "each is a number such as +8653188888888 or 8001, or a prefix such as +86531*")
                .require(maxBanTime.isPositive(), "max-ban-time", "must be longer than 0, such as 90d");
        check(burst, maxBanTime, faults);
        check(ladder, maxBanTime, faults);
        check(incident, identity, faults);
        faults.throwIfAny();
    }

    private static void check(Burst burst, Duration longest, SettingFaults faults) {
        faults.require(
                burst.findTime.isPositive()
                        && burst.maxRetry > 0
                        && burst.banTime.isPositive()
                        && burst.banTime.compareTo(longest) <= 0,
                "burst",
                "needs times longer than 0, max-retry at least 1 and a ban-time of at most max-ban-time, such as"
                        + " { find-time: 30m, max-retry: 5, ban-time: 1h }");
    }

    private static void check(Ladder ladder, Duration longest, SettingFaults faults) {
        faults.require(
                        !ladder.terms.isEmpty()
                                && ladder.terms.stream()
                                        .allMatch(term -> term.isPositive() && term.compareTo(longest) <= 0),
                        "ladder.terms",
                        "needs at least one term, each longer than 0 and at most max-ban-time, such as [24h, 7d, 30d, 90d]")
                .require(
                        ladder.terms.equals(ladder.terms.stream().sorted().toList()),
                        "ladder.terms",
                        "must not fall, such as [24h, 7d, 30d, 90d]")
                .require(
                        ladder.confirmOver.isPositive()
                                && ladder.findTime.isPositive()
                                && ladder.sessionGap.isPositive()
                                && ladder.forgetAfter.isPositive(),
                        "ladder",
                        "confirm-over, find-time, session-gap and forget-after must be longer than 0, such as 7d, 30d, 30m and 90d")
                .require(
                        ladder.incidents > 0 && ladder.sessions > 0 && ladder.sessions <= ladder.incidents,
                        "ladder",
                        "incidents must be at least 1 and sessions 1 to incidents, such as 3 and 2");
    }

    private static void check(Incident incident, Identity identity, SettingFaults faults) {
        faults.require(
                        !incident.spacing.isNegative() && incident.perDay > 0,
                        "incident",
                        "needs a spacing of 0 or longer and per-day at least 1, such as { spacing: 10m, per-day: 3 }")
                .require(
                        identity.incidents > 0
                                && identity.fingerprintShare > 0
                                && identity.fingerprintShare <= 1
                                && identity.minCalls >= 0,
                        "identity",
                        "needs incidents at least 1, a fingerprint-share above 0 and at most 1, and min-calls 0 or more, such as"
                                + " { incidents: 4, fingerprint-share: 0.20, min-calls: 20 }");
    }
}
