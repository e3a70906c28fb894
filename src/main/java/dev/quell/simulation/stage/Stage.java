package dev.quell.simulation.stage;

import dev.quell.call.CallEnded;
import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.Conducts;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.history.KnownAs;
import dev.quell.replay.Concluded;
import dev.quell.replay.Decided;
import dev.quell.replay.Replay;
import dev.quell.simulation.play.CallPlayer;
import dev.quell.simulation.play.Course;
import dev.quell.simulation.play.Desk;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.play.RaisedFlag;
import dev.quell.treatment.TreatmentSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/** Where callers meet the call centre: one virtual clock, one event after the other. */
public final class Stage {

    private static final int NORMAL_CLEARING = 16;

    private final Replay replay;
    private final Rhythm rhythm;
    private final Faults faults = new Faults();
    private final CallPlayer player;
    private final Consumer<FinishedCall> finished;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Map<String, Integer> ordinals = new HashMap<>();
    private long sequence;
    private long calls;

    /**
     * An empty stage.
     *
     * @param finished told of each call that is over, in the order of their ends
     */
    public Stage(Replay replay, TreatmentSettings treatment, Rhythm rhythm, Consumer<FinishedCall> finished) {
        this.replay = replay;
        this.rhythm = rhythm;
        this.player = new CallPlayer(treatment);
        this.finished = finished;
    }

    private record Event(Instant at, long sequence, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    /** When people call. */
    public Rhythm rhythm() {
        return rhythm;
    }

    /** The trunks' faults. */
    public Faults faults() {
        return faults;
    }

    /** Lets something happen at a moment; one that has passed means at once. */
    public void at(Instant moment, Runnable what) {
        events.add(new Event(moment, sequence++, what));
    }

    /** A call, if it begins before the run's end. */
    public void call(Instant at, Person person, Line line, Desk desk, Manner manner, Reaction reaction) {
        if (at.isBefore(rhythm.end())) {
            at(at, () -> arrive(at, person, line, desk, manner, reaction));
        }
    }

    /** The site knows a number from a moment on. */
    public void know(Instant from, CallerNumber number, KnownAs as) {
        at(from, () -> {
            replay.advance(from);
            replay.know(number, as);
        });
    }

    /** Plays everything to the end. */
    public void run() {
        for (Event next = events.poll(); next != null; next = events.poll()) {
            next.what.run();
        }
    }

    private void arrive(Instant at, Person person, Line line, Desk desk, Manner planned, Reaction reaction) {
        IncomingCall call = incoming(at, person.handset(), line);
        Manner manner = faults.over(call.trunk(), at, planned);
        int ordinal = ordinals.merge(person.id(), 1, Integer::sum);
        Decided decided = replay.arrives(call);
        boolean blocked = decided.verdict().cause().equals("block-list");
        Course course = player.play(manner, line, desk, decided.applied(), blocked, person.dice());
        course.flag().ifPresent(flag -> flag(at, call.id(), flag));
        Instant end = at.plus(course.lasted());
        at(end, () -> {
            CallEnded told = told(call, course, end);
            Set<Conduct> conduct = Conducts.of(told, course.talk(), true);
            Concluded concluded = replay.ends(call.id(), told, course.talk(), conduct);
            FinishedCall over = new FinishedCall(person, ordinal, decided, course, concluded);
            finished.accept(over);
            reaction.after(over, end);
        });
    }

    private void flag(Instant arrived, CallId call, RaisedFlag flag) {
        Instant raised = arrived.plus(flag.after());
        at(raised, () -> {
            replay.advance(raised);
            replay.flag(call, flag.agent(), flag.reason());
        });
        flag.undoneAfter()
                .map(arrived::plus)
                .ifPresent(undone -> at(undone, () -> {
                    replay.advance(undone);
                    replay.undo(call, flag.agent());
                }));
    }

    private IncomingCall incoming(Instant at, Handset handset, Line line) {
        CallId id = new CallId("sim", at.getEpochSecond() + "." + ++calls);
        return new IncomingCall(
                id,
                String.format(Locale.ROOT, "PJSIP/%s-%08x", handset.trunk(), calls),
                handset.number(),
                "",
                handset.asserted(),
                handset.attestation(),
                handset.trunk(),
                true,
                line,
                handset.fingerprint(),
                handset.forwarded(),
                false,
                "zh",
                at);
    }

    private static CallEnded told(IncomingCall call, Course course, Instant end) {
        return new CallEnded(
                call.id(),
                Optional.empty(),
                call.channel(),
                course.way(),
                course.answered().truncatedTo(ChronoUnit.SECONDS),
                course.withAgent().map(talked -> talked.truncatedTo(ChronoUnit.SECONDS)),
                course.side(),
                NORMAL_CLEARING,
                OptionalLong.of(course.packets()),
                course.queue(),
                course.agent(),
                end);
    }
}
