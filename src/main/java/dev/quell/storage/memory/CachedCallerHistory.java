package dev.quell.storage.memory;

import dev.quell.call.CallerNumber;
import dev.quell.history.CallerHistory;
import dev.quell.history.CallerProfile;
import dev.quell.history.CallerRecord;
import dev.quell.history.PastFlag;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.storage.memory.filter.StoredCallers;
import dev.quell.storage.memory.packed.CallerPacker;
import dev.quell.storage.memory.table.CallerTable;
import dev.quell.storage.memory.table.TableFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What callers did before: from the stores at the first question, from memory afterwards, where it lies packed. It is told of every change after the
 * change is durable; one that comes while a caller is being loaded is made to what was loaded.
 */
public final class CachedCallerHistory implements CallerHistory, RecordListener, NearCache {

    /** How far back calls and flags are remembered at most. */
    private static final Duration LONGEST = Duration.ofDays(180);

    private final PastCalls stored;
    private final Duration memory;
    private final Duration flagSpacing;
    private final Standing standing;
    private final StoredCallers inDatabase;
    private final CallerPacker packer = new CallerPacker();
    private final CallerTable table;

    /**
     * @param stored asked for whoever is not in memory
     * @param inDatabase told of every caller who now has rows in the local database
     * @param standing what people say of callers and of agents
     * @param retention how long calls are kept; older ones are not remembered either, nor is anything older than 180 days
     * @param flagSpacing of one agent's flags on a caller only those count that are so far apart
     * @param bytes how much memory callers take at most; the words that many of them share come on top
     */
    public CachedCallerHistory(
            PastCalls stored,
            StoredCallers inDatabase,
            Standing standing,
            Duration retention,
            Duration flagSpacing,
            long bytes) {
        this.inDatabase = inDatabase;
        this.standing = standing;
        this.stored = stored;
        this.memory = retention.compareTo(LONGEST) < 0 ? retention : LONGEST;
        this.flagSpacing = flagSpacing;
        this.table = new CallerTable(PARTS, NearCache::part, bytes);
    }

    /** With a database that is asked for everybody. */
    public CachedCallerHistory(
            PastCalls stored, Standing standing, Duration retention, Duration flagSpacing, long bytes) {
        this(stored, new StoredCallers(), standing, retention, flagSpacing, bytes);
    }

    @Override
    public CallerProfile of(CallerNumber caller, Instant asOf) {
        if (!caller.identifies()) {
            return CallerProfile.stranger(asOf);
        }
        byte[] packed = table.get(caller, () -> load(caller, asOf));
        return weighed(packer.unpack(packed).asOf(asOf, memory, flagSpacing, standing.known(caller, asOf)));
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

    private byte[] load(CallerNumber caller, Instant asOf) {
        Instant from = asOf.minus(memory);
        return packer.pack(new CallerRecord(stored.calls(caller, from), stored.flags(caller, from)));
    }

    @Override
    public void screened(CallScreened screened) {
        if (screened.call().caller().identifies()) {
            inDatabase.called(screened.call().caller());
            table.arrived(
                    screened.call().caller(), known -> packer.arrived(known, screened.call(), screened.disturbances()));
        }
    }

    /** An unscreened end is read back from the database: its row may hold more than the end tells. */
    @Override
    public void concluded(CallConcluded concluded) {
        inDatabase.called(concluded.caller());
        concluded.screened().ifPresentOrElse(screened -> ended(concluded, screened), () -> forget(concluded.caller()));
    }

    @Override
    public void stored(CallerNumber caller) {
        inDatabase.called(caller);
        forget(caller);
    }

    private void ended(CallConcluded concluded, CallScreened screened) {
        if (screened.call().caller().identifies()) {
            table.changed(
                    screened.call().caller(),
                    known -> packer.ended(
                            known,
                            screened.call(),
                            concluded.ended().endedAt(),
                            concluded.ended().answered(),
                            concluded.ended().side(),
                            concluded.outcome(),
                            concluded.conduct()));
        }
    }

    @Override
    public void flagged(CallerNumber caller) {
        inDatabase.flagged(caller);
        forget(caller);
    }

    /** Another instance's flags come into the local database, its calls do not. */
    @Override
    public void stale(CallerNumber caller) {
        flagged(caller);
    }

    private void forget(CallerNumber caller) {
        if (caller.identifies()) {
            table.forget(caller);
        }
    }

    @Override
    public void partStale(int part) {
        table.forgetPart(part);
    }

    /** What is remembered, and how often it was enough. */
    public TableFigures figures() {
        return table.figures();
    }
}
