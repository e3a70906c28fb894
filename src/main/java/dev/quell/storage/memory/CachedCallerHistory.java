package dev.quell.storage.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.quell.call.CallerNumber;
import dev.quell.history.CallerHistory;
import dev.quell.history.CallerProfile;
import dev.quell.history.CallerRecord;
import dev.quell.history.PastFlag;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What callers did before: from the database at the first question, from memory afterwards. It is told of every change after the change is durable.
 * A change that comes while a caller is being loaded waits for the load, so none is lost; {@code compute} is used for that, because
 * {@code computeIfPresent} returns at once where a load is under way.
 */
public final class CachedCallerHistory implements CallerHistory, RecordListener {

    /** How far back calls and flags are remembered at most. */
    private static final Duration LONGEST = Duration.ofDays(180);

    private final PastCalls stored;
    private final Duration memory;
    private final Duration flagSpacing;
    private final Standing standing;
    private final Cache<CallerNumber, CallerRecord> cache;

    /**
     * @param standing what people say of callers and of agents
     * @param retention how long calls are kept; older ones are not remembered either, nor is anything older than 180 days
     * @param flagSpacing of one agent's flags on a caller only those count that are so far apart
     * @param maximumWeight how many calls and flags are held in memory at most, all callers together
     */
    public CachedCallerHistory(
            PastCalls stored, Standing standing, Duration retention, Duration flagSpacing, long maximumWeight) {
        this.standing = standing;
        this.stored = stored;
        this.memory = retention.compareTo(LONGEST) < 0 ? retention : LONGEST;
        this.flagSpacing = flagSpacing;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(maximumWeight)
                .weigher((CallerNumber caller, CallerRecord known) -> known.weight())
                .build();
    }

    @Override
    public CallerProfile of(CallerNumber caller, Instant asOf) {
        return caller.identifies()
                ? weighed(cache.get(caller, each -> load(each, asOf))
                        .asOf(asOf, memory, flagSpacing, standing.known(caller, asOf)))
                : CallerProfile.stranger(asOf);
    }

    /** Weights change with what becomes of other flags of the same agents, so they are not remembered. */
    private CallerProfile weighed(CallerProfile profile) {
        if (profile.flags().isEmpty()) {
            return profile;
        }
        List<PastFlag> flags = profile.flags().stream()
                .map(flag -> flag.weighing(standing.trust(flag.agent())))
                .toList();
        return new CallerProfile(profile.calls(), flags, profile.known(), profile.asOf());
    }

    private CallerRecord load(CallerNumber caller, Instant asOf) {
        Instant from = asOf.minus(memory);
        return new CallerRecord(stored.calls(caller, from), stored.flags(caller, from));
    }

    @Override
    public void screened(CallScreened screened) {
        cache.asMap()
                .compute(
                        screened.call().caller(),
                        (caller, known) ->
                                known == null ? null : known.arrived(screened.call(), screened.disturbances()));
    }

    /** An unscreened end is read back from the database: its row may hold more than the end tells. */
    @Override
    public void concluded(CallConcluded concluded) {
        concluded.screened().ifPresentOrElse(screened -> ended(concluded, screened), () -> forget(concluded.caller()));
    }

    private void ended(CallConcluded concluded, CallScreened screened) {
        cache.asMap()
                .compute(
                        screened.call().caller(),
                        (caller, known) -> known == null
                                ? null
                                : known.ended(
                                        screened.call(),
                                        concluded.ended().endedAt(),
                                        concluded.ended().answered(),
                                        concluded.ended().side(),
                                        concluded.outcome(),
                                        concluded.conduct()));
    }

    @Override
    public void flagged(CallerNumber caller) {
        forget(caller);
    }

    private void forget(CallerNumber caller) {
        cache.asMap().compute(caller, (each, known) -> null);
    }
}
