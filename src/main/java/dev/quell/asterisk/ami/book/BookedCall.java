package dev.quell.asterisk.ami.book;

import dev.quell.call.CallId;
import dev.quell.call.LiveCall;
import dev.quell.call.TalkReport;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One call in the book, by its first channel: the caller's. Written by the consumer of the events, read by anybody. */
final class BookedCall {

    /** The era of a call whose beginning was not seen. */
    static final long NEVER_WHOLE = -1;

    private final String uniqueId;
    private final String channel;
    private final Instant seenAt;
    private final TalkRecord talk = new TalkRecord();
    private long era;
    private long listing;
    private String queue = "";
    private String agent = "";
    private boolean answered;
    private boolean mayBeLeft;
    private @Nullable Instant endedAt;

    /** @param era the stream's era in which its beginning was seen, or {@link #NEVER_WHOLE} */
    BookedCall(String uniqueId, String channel, Instant seenAt, long era) {
        this.uniqueId = uniqueId;
        this.channel = channel;
        this.seenAt = seenAt;
        this.era = era;
    }

    String uniqueId() {
        return uniqueId;
    }

    /** Whether this is the channel that is asked for. */
    boolean isOn(String asked) {
        return channel.equals(asked);
    }

    /** Whether its beginning and everything since was seen in one unbroken stream. */
    synchronized boolean seenWholeIn(long currentEra) {
        return era == currentEra;
    }

    /** Something happened that this view of the call cannot follow: silence proves nothing any more. */
    synchronized void taint() {
        era = NEVER_WHOLE;
    }

    /** It stands in a listing of the channels that are up. */
    synchronized void listedIn(long number) {
        listing = number;
        endedAt = null;
    }

    /** Whether it is missing from a listing that should have it. */
    synchronized boolean missingFrom(long number) {
        return listing != number && endedAt == null;
    }

    /** Its channel was answered, by Asterisk or an agent. */
    synchronized void up(Instant at) {
        talk.answered(at);
    }

    synchronized void talkStarted(Instant at) {
        talk.start(at);
    }

    /** Whether with this burst enough was heard of a call that may be left to itself; true once at most, until a dialogue. */
    synchronized boolean talkStopped(Instant at, Duration duration, Duration shortest) {
        talk.stop(at, duration, shortest);
        boolean enough = mayBeLeft && talk.enough();
        mayBeLeft &= !enough;
        return enough;
    }

    /** The call goes to an agent as it is: once enough was heard nobody need listen. */
    synchronized void mayBeLeft() {
        mayBeLeft = true;
    }

    /** A dialogue begins. */
    synchronized void listenAgain() {
        mayBeLeft = false;
        talk.listenAgain();
    }

    String channel() {
        return channel;
    }

    synchronized void inQueue(String name) {
        queue = name;
        agent = "";
    }

    synchronized void withAgent(String queueName, String agentInterface) {
        queue = queueName;
        agent = agentInterface;
        answered = true;
    }

    /** Whether an agent had it, so that somebody could have been heard. */
    synchronized boolean answered() {
        return answered;
    }

    synchronized void withoutAgent() {
        agent = "";
    }

    synchronized void ended(Instant at) {
        endedAt = at;
    }

    synchronized boolean live() {
        return endedAt == null;
    }

    synchronized boolean endedBefore(Instant moment) {
        return endedAt != null && endedAt.isBefore(moment);
    }

    /** Everything heard until now, or until its end. */
    synchronized TalkReport heard(boolean whole, Instant now) {
        return talk.all(whole, upTo(now));
    }

    /** What was heard since a moment until now, or until its end. */
    synchronized TalkReport heardSince(boolean whole, Instant since, Instant now) {
        return talk.since(whole, since, upTo(now));
    }

    /** The call as people see it. */
    synchronized LiveCall view(String server) {
        return new LiveCall(new CallId(server, uniqueId), channel, seenAt, queue, agent, talk.talking());
    }

    private Instant upTo(Instant now) {
        return endedAt != null && endedAt.isBefore(now) ? endedAt : now;
    }
}
