package dev.quell.faults.pbx;

import dev.quell.load.AgentsFlag;
import dev.quell.load.Answer;
import dev.quell.load.PlacedCall;
import java.time.Duration;
import java.util.Optional;

/** What Asterisk knows of one call. Written by the call's thread and by whoever tells its end again. */
public final class Trace {

    private final PlacedCall call;
    private final Conduct conduct;
    private volatile Answer answer = new Answer.Unscreened("", "not asked yet");
    private volatile int place;
    private volatile Duration wait = Duration.ZERO;
    private volatile Duration overdue = Duration.ZERO;
    private volatile String way = "";
    private volatile boolean endTold;
    private volatile boolean endToldAtOnce;
    private volatile Optional<AgentsFlag> flag = Optional.empty();
    private volatile boolean flagTold;
    private volatile boolean flagToldAtOnce;

    Trace(PlacedCall call, Conduct conduct) {
        this.call = call;
        this.conduct = conduct;
    }

    /** The call. */
    public PlacedCall call() {
        return call;
    }

    /** What the caller did. */
    public Conduct conduct() {
        return conduct;
    }

    /** What the dialplan made of the service's answer. */
    public Answer answer() {
        return answer;
    }

    /** The verdict that Asterisk got, if it got one. */
    public Optional<Answer.Verdict> verdict() {
        return answer instanceof Answer.Verdict verdict ? Optional.of(verdict) : Optional.empty();
    }

    /** From the question to the moment when the call went on. */
    public Duration waited() {
        return wait;
    }

    /** How long the call stood still in a dialogue beyond the step that it was in; 0 if it never did. */
    public Duration overdue() {
        return overdue;
    }

    /** What happened, as the dialplan tells it. */
    public String way() {
        return way;
    }

    /** Whether the service has said OK to the call's end. */
    public boolean endTold() {
        return endTold;
    }

    /** Whether it said so the first time. */
    public boolean endToldAtOnce() {
        return endToldAtOnce;
    }

    /** The agent's flag, if there was one. */
    public Optional<AgentsFlag> flag() {
        return flag;
    }

    /** Whether the service has said that it has the flag. */
    public boolean flagTold() {
        return flagTold;
    }

    /** Whether it said so the first time. */
    public boolean flagToldAtOnce() {
        return flagToldAtOnce;
    }

    /** The place in the list of the service that was asked last. */
    int place() {
        return place;
    }

    void asked(int at) {
        place = at;
    }

    void answered(Answer given, Duration waited) {
        answer = given;
        wait = waited;
        way = given.firstWay();
    }

    void went(String further) {
        way = way + "-" + further;
    }

    void stood(Duration beyondItsStep) {
        overdue = beyondItsStep;
    }

    void flagged(AgentsFlag raised) {
        flag = Optional.of(raised);
    }

    void flagWasTold(boolean atOnce) {
        flagTold = true;
        flagToldAtOnce = atOnce;
    }

    void endWasTold(boolean atOnce) {
        endTold = true;
        endToldAtOnce = atOnce;
    }

    @Override
    public String toString() {
        return call.id() + " from " + call.number() + " " + way;
    }
}
