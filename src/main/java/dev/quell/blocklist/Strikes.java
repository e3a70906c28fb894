package dev.quell.blocklist;

import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.call.Attestation;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Profile;
import dev.quell.call.Words;
import dev.quell.history.CallerHistory;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Makes and lifts automatic blocks after a call has ended. Rests on what callers did and agents said, never on a verdict. Known customers and callers
 * on the allow list are never blocked; calls to protected lines count for nothing.
 */
@Service
public final class Strikes {

    private static final Logger LOG = LoggerFactory.getLogger(Strikes.class);
    private static final String AUTHOR = "quell";

    private final CallerHistory history;
    private final ListStore store;
    private final ListIndex index;
    private final BlockListService lists;
    private final BlockListSettings settings;
    private final ProtectedNumbers untouchable;
    private final Identity identity;
    private final Ladder ladder;

    Strikes(
            CallerHistory history,
            ListStore store,
            ListIndex index,
            BlockListService lists,
            BlockListSettings settings,
            ProtectedNumbers untouchable,
            FingerprintShare fingerprints) {
        this.history = history;
        this.store = store;
        this.index = index;
        this.lists = lists;
        this.settings = settings;
        this.untouchable = untouchable;
        this.identity = new Identity(settings.identity(), fingerprints);
        this.ladder = new Ladder(settings);
    }

    /**
     * Looks at a caller again after a call or a flag.
     *
     * @param latest attestation of the latest call, if that call is an incident itself
     * @param outcome what the latest call was; a good talk lifts automatic blocks
     * @return the block made, empty if none
     */
    public Optional<ListEntry> consider(CallerNumber caller, Attestation latest, CallOutcome outcome) {
        if (!caller.identifies() || untouchable.covers(caller)) {
            return Optional.empty();
        }
        Instant now = index.now();
        if (outcome == CallOutcome.GOOD_TALK) {
            lift(caller, now);
            return Optional.empty();
        }
        CallerProfile profile = history.of(caller, now);
        if (outcome != CallOutcome.SILENT && profile.flags().isEmpty()) {
            return Optional.empty();
        }
        boolean spared = profile.customer() || isListed(caller, now);
        return spared ? Optional.empty() : strike(caller, latest, outcome, Conviction.held(profile, latest), now);
    }

    /** While the lists are not all in memory yet the store is asked: an entry must not be overlooked, and there is no hurry. */
    private boolean isListed(CallerNumber caller, Instant now) {
        return index.match(caller, now).isPresent()
                || (!index.isWhole() && !store.meaning(caller, now).isEmpty());
    }

    /** Most calls are good talks of callers without an entry: for them the store is not asked. */
    private void lift(CallerNumber caller, Instant now) {
        if (!isListed(caller, now)) {
            return;
        }
        store.history(new ListPattern.Exact(caller)).stream()
                .filter(entry -> entry.origin() != Origin.MANUAL && entry.activeAt(now))
                .forEach(entry -> lists.remove(entry.id(), AUTHOR, "a good talk lifts the block"));
    }

    private Optional<ListEntry> strike(
            CallerNumber caller, Attestation latest, CallOutcome outcome, CallerProfile profile, Instant now) {
        ListPattern pattern = new ListPattern.Exact(caller);
        List<ListEntry> entries = store.history(pattern);
        Optional<ListEntry> last = ladder.last(entries, now);
        Optional<ListEntry> right =
                last.isEmpty() ? last : ladder.lastRight(entries, store.liftedByPeople(pattern), now);
        Optional<Ladder.Rung> rung = ladder.next(profile, last, right);
        if (rung.isPresent() && identity.goodEnough(caller, latest, ladder.incidents(profile, last), profile)) {
            return climb(pattern, rung.get(), entries, now);
        }
        return outcome == CallOutcome.SILENT ? burst(caller, latest, profile, entries, now) : Optional.empty();
    }

    private Optional<ListEntry> climb(ListPattern pattern, Ladder.Rung rung, List<ListEntry> entries, Instant now) {
        if (rung.advised().compareTo(rung.term()) > 0) {
            LOG.warn(
                    "{} is blocked for {}; the ladder advises {}: confirm it by an entry made by hand, or leave it",
                    pattern.text(),
                    Words.of(rung.term()),
                    Words.of(rung.advised()));
        }
        ListEntry entry = block(pattern, rung.reason(), Origin.LADDER, rung.term(), rung.step(), now);
        return lists.keepOnce(entry, Marks.after(latest(entries, Origin.LADDER), entry), now);
    }

    private Optional<ListEntry> burst(
            CallerNumber caller, Attestation latest, CallerProfile profile, List<ListEntry> entries, Instant now) {
        if (Conviction.talked(profile)) {
            return Optional.empty();
        }
        Duration findTime = settings.burst().findTime();
        Optional<ListEntry> last = latest(entries, Origin.BURST);
        Instant after = last.map(ListEntry::createdAt).orElse(Instant.MIN);
        List<PastCall> silent = profile.callsWithin(findTime)
                .filter(call -> call.outcome() == CallOutcome.SILENT && call.profile() != Profile.PROTECTED)
                .filter(call -> call.arrivedAt().isAfter(after))
                .toList();
        if (silent.size() < settings.burst().maxRetry() || !identity.goodEnough(caller, latest, silent, profile)) {
            return Optional.empty();
        }
        String reason = Words.count(silent.size(), "silent call") + " in " + Words.of(findTime);
        Duration term = settings.burst().banTime();
        ListEntry entry = block(new ListPattern.Exact(caller), reason, Origin.BURST, term, 0, now);
        return lists.keepOnce(entry, Marks.after(last, entry), now);
    }

    /** The newest block of that origin; what led to it leads to no other, also if a person has lifted it. */
    private static Optional<ListEntry> latest(List<ListEntry> entries, Origin origin) {
        return entries.stream()
                .filter(entry -> entry.origin() == origin)
                .max(Comparator.comparing(ListEntry::createdAt));
    }

    private static ListEntry block(
            ListPattern pattern, String reason, Origin origin, Duration term, int step, Instant now) {
        return new ListEntry(
                0, ListKind.BLOCK, pattern, reason, AUTHOR, origin, now, Optional.of(now.plus(term)), step);
    }
}
