package dev.quell.replay;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKeeping;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListMatch;
import dev.quell.blocklist.ListQuery;
import dev.quell.call.CallEnded;
import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.Conducts;
import dev.quell.call.IncomingCall;
import dev.quell.call.TalkReport;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Verdict;
import dev.quell.flag.FlagReason;
import dev.quell.flag.trust.FlagLedger;
import dev.quell.history.CallerProfile;
import dev.quell.history.KnownAs;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.screening.Classifiers;
import dev.quell.screening.ending.OutcomeJudge;
import dev.quell.screening.enforcement.Enforcement;
import dev.quell.traffic.Surroundings;
import dev.quell.traffic.TrafficWatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call centre on a virtual clock. Single-threaded; the same settings and the same events in the same order give the same answers. The clock stands
 * where the latest event put it and never goes back: tell events in the order of time. The deterrent queue always has room.
 */
public final class Replay {

    private final VirtualClock clock = new VirtualClock();
    private final FlagsInMemory flags = new FlagsInMemory();
    private final ListsInMemory entries = new ListsInMemory();
    private final CallBook calls = new CallBook();
    private final ReplaySettings settings;
    private final Classifier classifier;
    private final Enforcement enforcement;
    private final OutcomeJudge judge;
    private final TrafficWatch traffic;
    private final RememberedCallers callers;
    private final ListKeeping lists;
    private final Told told;

    private Replay(ReplaySettings settings) {
        this.settings = settings;
        classifier = Classifiers.of(settings.classifier(), settings.calls(), Optional.of(settings.traffic()));
        enforcement = new Enforcement(settings.screening(), new SimpleMeterRegistry());
        judge = new OutcomeJudge(settings.screening().outcome());
        traffic = TrafficWatch.of(settings.traffic());
        FlagLedger ledger = new FlagLedger();
        callers = new RememberedCallers(settings, ledger);
        lists = ListKeeping.over(entries, callers, settings.blockList(), settings.calls(), clock);
        told = new Told(callers, flags, ledger, lists, traffic, clock);
    }

    /** A call centre that nobody has called yet. */
    public static Replay of(ReplaySettings settings) {
        return new Replay(settings);
    }

    /** Moves the clock; a moment that has passed changes nothing. */
    public void advance(Instant to) {
        clock.advance(to);
    }

    /** The clock's time; 1970 before the first event. */
    public Instant now() {
        return clock.instant();
    }

    /** A call arrives and is decided about. */
    public Decided arrives(IncomingCall call) {
        clock.advance(call.arrivedAt());
        CallerProfile profile = callers.of(call.caller(), clock.instant());
        Evidence evidence =
                evidence(call, profile, traffic.arrives(call, profile.calls().isEmpty()));
        Verdict verdict = classifier.classify(evidence);
        Enforcement.Applied applied = enforcement.apply(call.id(), verdict, evidence.entry(), clock.instant());
        CallScreened screened = CallRecords.screened(evidence, verdict, applied, settings.screening());
        calls.arrived(screened);
        told.screened(screened);
        return new Decided(call, verdict, applied.action(), applied.because(), evidence.entry());
    }

    /** What would be decided about a call now; nothing is taken note of. */
    public Verdict test(IncomingCall call) {
        clock.advance(call.arrivedAt());
        return classifier.classify(evidence(call, callers.of(call.caller(), clock.instant()), traffic.around(call)));
    }

    private Evidence evidence(IncomingCall call, CallerProfile profile, Surroundings around) {
        Optional<ListMatch> entry = lists.lists().match(call.caller(), clock.instant());
        return Evidence.arriving(call, profile, around, entry, true);
    }

    /**
     * A call ends and is judged as a live one is.
     *
     * @param conduct what the caller did besides what the end and the report show
     * @throws IllegalArgumentException if no such call lives
     */
    public Concluded ends(CallId call, CallEnded end, TalkReport talk, Set<Conduct> conduct) {
        CallScreened ended = calls.ended(call);
        clock.advance(end.endedAt());
        boolean listened = ended.talkThreshold() > 0;
        Set<Conduct> all = EnumSet.noneOf(Conduct.class);
        all.addAll(conduct);
        all.addAll(Conducts.of(end, talk, listened));
        return conclude(CallRecords.judged(ended, end, talk, judge.judge(end, talk, listened)), ended, all);
    }

    /**
     * A call ends as a record says.
     *
     * @throws IllegalArgumentException if no such call lives
     */
    public Concluded ends(CallId call, RecordedEnding ending) {
        CallScreened ended = calls.ended(call);
        clock.advance(ended.call().arrivedAt().plus(ending.lasted()));
        boolean flagged = flags.flagged(call, ended.call().caller());
        return conclude(CallRecords.recorded(ended, ending, flagged), ended, ending.conduct());
    }

    private Concluded conclude(CallConcluded call, CallScreened screened, Set<Conduct> conduct) {
        long newest = entries.newest();
        told.concluded(call, screened, conduct);
        return new Concluded(
                screened.call(),
                call.outcome(),
                call.because(),
                entries.madeSince(newest).stream().findFirst());
    }

    /**
     * An agent flags a call now, while it lives or soon after.
     *
     * @throws IllegalArgumentException if the call is not known, or not any more
     */
    public void flag(CallId call, String agent, FlagReason reason) {
        flag(call, known(call).caller(), agent, reason);
    }

    /** Whether a call has arrived and neither ended nor been forgotten. */
    public boolean lives(CallId call) {
        return calls.lives(call);
    }

    /** An agent flags a caller's call now, however long ago it was. */
    public void flag(CallId call, CallerNumber caller, String agent, FlagReason reason) {
        told.flagged(flags.add(call, caller, agent, reason, clock.instant()), trunk(call), clock.instant());
    }

    /**
     * An agent takes the own flag on a call back, now; nothing happens if there is none.
     *
     * @throws IllegalArgumentException if the call is not known, or not any more
     */
    public void undo(CallId call, String agent) {
        undo(call, known(call).caller(), agent, agent);
    }

    /**
     * An agent's flag on a caller's call is taken back, now; nothing happens if there is none.
     *
     * @param by who does it; somebody else speaks against the agent's flags
     */
    public void undo(CallId call, CallerNumber caller, String agent, String by) {
        flags.undo(call, caller, agent)
                .ifPresent(flag -> told.undone(flag, trunk(call), by.isEmpty() ? agent : by, clock.instant()));
    }

    private String trunk(CallId call) {
        return calls.find(call).map(known -> known.call().trunk()).orElse("unknown");
    }

    private IncomingCall known(CallId call) {
        return calls.find(call)
                .map(CallScreened::call)
                .orElseThrow(() -> new IllegalArgumentException(
                        "call " + call + " is not known; a call is flagged while it lives or soon after"));
    }

    /** The site knows a caller from now on. */
    public void know(CallerNumber caller, KnownAs as) {
        callers.know(caller, as);
    }

    /** The site no longer knows a caller as that. */
    public void unknow(CallerNumber caller, KnownAs as) {
        callers.unknow(caller, as);
    }

    /** The rules, weights and settings that decide. */
    public Classifier classifier() {
        return classifier;
    }

    /** An entry of the lists that stood in the past is entered as it was. */
    public void enter(ListEntry entry) {
        lists.entered(entries.enter(entry));
    }

    /** What people do with the lists, for entries made by hand. */
    public BlockListService lists() {
        return lists.keeper();
    }

    /** The blocks that stand now, newest first. */
    public List<ListEntry> blocks() {
        return lists.keeper().page(ListQuery.newest(ListKind.BLOCK, Integer.MAX_VALUE));
    }
}
