package dev.quell.blocklist;

import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.call.CallOutcome;
import dev.quell.call.Profile;
import dev.quell.history.CallerProfile;
import dev.quell.history.Incidents;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The ladder of automatic blocks: which rung a caller's incidents lead to. Pure. */
final class Ladder {

    private final BlockListSettings.Ladder settings;
    private final BlockListSettings.Incident incident;

    Ladder(BlockListSettings settings) {
        this.settings = settings.ladder();
        this.incident = settings.incident();
    }

    /**
     * A rung.
     *
     * @param step 1 for the first
     * @param term how long the block lasts
     * @param advised how long it would last if a person confirmed it
     * @param reason why, in closed text and numbers
     */
    record Rung(int step, Duration term, Duration advised, String reason) {}

    /** The calls that count toward the ladder: silent ones, and those that an agent flagged for more than silence. */
    List<PastCall> incidents(CallerProfile profile, Optional<ListEntry> last) {
        List<PastCall> incidents = new ArrayList<>(silent(profile, last));
        flags(profile, last).stream()
                .flatMap(flag -> Conviction.flagged(flag, profile).stream())
                .filter(call -> !incidents.contains(call))
                .distinct()
                .forEach(incidents::add);
        return incidents;
    }

    /** The good talks in the time in which incidents count: a number with as many of them as incidents is shared by many, or its owner errs now and then. */
    private long goodTalks(CallerProfile profile) {
        return profile.callsWithin(settings.findTime())
                .filter(call -> call.outcome() == CallOutcome.GOOD_TALK)
                .count();
    }

    private List<PastCall> silent(CallerProfile profile, Optional<ListEntry> last) {
        return Incidents.silent(
                since(profile, last).filter(call -> call.profile() != Profile.PROTECTED),
                incident.spacing(),
                incident.perDay());
    }

    private Stream<PastCall> since(CallerProfile profile, Optional<ListEntry> last) {
        Instant after = last.map(ListEntry::createdAt).orElse(Instant.MIN);
        return profile.callsWithin(settings.findTime())
                .filter(call -> call.arrivedAt().isAfter(after));
    }

    /** The last rung that a caller was on; empty if none or long ago. */
    Optional<ListEntry> last(List<ListEntry> entries, Instant now) {
        return entries.stream()
                .filter(entry -> entry.origin() == Origin.LADDER)
                .filter(entry -> entry.expiresAt()
                        .filter(end -> end.plus(settings.forgetAfter()).isAfter(now))
                        .isPresent())
                .max(Comparator.comparing(ListEntry::createdAt));
    }

    /** The same without blocks that a person lifted: they were errors, and make the next one no longer. */
    Optional<ListEntry> lastRight(List<ListEntry> entries, Set<Long> lifted, Instant now) {
        return last(
                entries.stream().filter(entry -> !lifted.contains(entry.id())).toList(), now);
    }

    /**
     * The rung that a caller's incidents since the last rung lead to; empty if they are too few, in too few sessions, no more than its good talks, or silence alone: that takes the
     * word of a person besides, or of two persons.
     *
     * @param last what led to it leads to no other
     * @param right the last rung that no person lifted: the next is one up from it
     */
    Optional<Rung> next(CallerProfile profile, Optional<ListEntry> last, Optional<ListEntry> right) {
        List<PastCall> silent = silent(profile, last);
        List<PastFlag> flags = flags(profile, last);
        List<Instant> moments = Stream.concat(
                        silent.stream().map(PastCall::arrivedAt), flags.stream().map(PastFlag::at))
                .toList();
        long agents = flags.stream().map(PastFlag::agent).distinct().count();
        boolean twoKinds = agents > 1 || (agents == 1 && !silent.isEmpty());
        if (!twoKinds
                || moments.size() < settings.incidents()
                || moments.size() <= goodTalks(profile)
                || Incidents.sessions(moments, settings.sessionGap()) < settings.sessions()) {
            return Optional.empty();
        }
        return Optional.of(rung(step(profile, right), silent.size(), flags.size()));
    }

    private List<PastFlag> flags(CallerProfile profile, Optional<ListEntry> last) {
        Instant from = profile.asOf().minus(settings.findTime());
        Instant after = last.map(ListEntry::createdAt).orElse(Instant.MIN);
        return profile.flags().stream()
                .filter(flag -> !flag.at().isBefore(from) && flag.at().isAfter(after))
                .filter(flag -> !flag.reason().equals(Conviction.SILENCE))
                .toList();
    }

    /** One up from the last rung, one down for each good talk since. */
    private static int step(CallerProfile profile, Optional<ListEntry> last) {
        if (last.isEmpty()) {
            return 1;
        }
        long talks = profile.calls().stream()
                .filter(call -> call.outcome() == CallOutcome.GOOD_TALK)
                .filter(call -> call.arrivedAt().isAfter(last.get().createdAt()))
                .count();
        return (int) Math.max(1, last.get().step() + 1 - talks);
    }

    private Rung rung(int step, int silent, int flags) {
        int capped = Math.min(step, settings.terms().size());
        Duration advised = settings.terms().get(capped - 1);
        Duration term = advised.compareTo(settings.confirmOver()) > 0 ? settings.confirmOver() : advised;
        return new Rung(
                capped, term, advised, "ladder step " + capped + ": " + silent + " silent, " + flags + " flagged");
    }
}
