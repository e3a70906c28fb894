package dev.quell.asterisk.ami.book;

import dev.quell.asterisk.ami.stream.AmiEvent;
import dev.quell.asterisk.ami.stream.AmiEvent.AgentConnected;
import dev.quell.asterisk.ami.stream.AmiEvent.AgentParted;
import dev.quell.asterisk.ami.stream.AmiEvent.CanaryReturned;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelBorn;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelGone;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelListed;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelRenamed;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelUp;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelsListed;
import dev.quell.asterisk.ami.stream.AmiEvent.QueueCounted;
import dev.quell.asterisk.ami.stream.AmiEvent.QueueMoved;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamClosed;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamOpened;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamTorn;
import dev.quell.asterisk.ami.stream.AmiEvent.TalkStarted;
import dev.quell.asterisk.ami.stream.AmiEvent.TalkStopped;
import dev.quell.asterisk.ami.stream.ReceivedEvent;
import dev.quell.call.LiveCall;
import dev.quell.call.TalkReport;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * What one Asterisk's events told about its calls. One consumer applies the events in order; everybody may ask.
 *
 * <p>Whether silence proves anything hangs on the <em>era</em>: it ends whenever the stream is opened, closed or torn, and a call is whole only if its
 * beginning was seen in the era that still lasts. A caller can forge events (a number with line breaks in it becomes whole events in the stream), so
 * no event may ever make a call more silent than it was:
 * <ul>
 *   <li>forged talk only speaks for a caller;
 *   <li>a forged beginning of a call that is known never starts it anew, it taints it;
 *   <li>a forged hangup only stops the view; talk told after it still counts, and a call that is not in the book is not whole;
 *   <li>a forged hangup cannot clear the way for a forged beginning: an ended call stays until it is concluded or its time is over;
 *   <li>a forged answer of a call that was answered changes nothing, and an earlier one only makes the caller's first words later;
 *   <li>a rename taints;
 *   <li>a forged listing can take calls only of an era that is over, and those are not whole;
 *   <li>a call is asked for by linked id and channel name as the dialplan told them; a book entry with another channel name is not it;
 *   <li>and whatever was forged stands between two tears of the stream, so that every call that is up then is not whole.
 * </ul>
 * What a forger gains is that his own and other callers' silence is not seen for a while; it is counted, and logged.
 */
public final class CallBook {

    private final String server;
    private final BookLimits limits;
    private final Clock clock;
    private final CallTable calls;
    private final StreamState stream = new StreamState();
    private final QueueLevel deterrent;
    private final SilentRun silentRun;
    private final LongAdder tears = new LongAdder();
    private volatile boolean talkDetection = true;
    private volatile Consumer<StreamTorn> onTear = tear -> {};
    private volatile Consumer<String> onEnough = channel -> {};

    /** An empty book. */
    public CallBook(String server, BookLimits limits, Clock clock) {
        this.server = server;
        this.limits = limits;
        this.clock = clock;
        this.calls = new CallTable(limits.calls());
        this.deterrent = new QueueLevel(limits.deterrentQueue());
        this.silentRun = new SilentRun(limits.deafAfter());
    }

    /** Tells a listener of each tear, on the consumer's thread. */
    public void onTear(Consumer<StreamTorn> listener) {
        onTear = listener;
    }

    /** Tells a listener each channel on which enough was heard of a call that may be left, once a call, on the consumer's thread. */
    public void onEnough(Consumer<String> listener) {
        onEnough = listener;
    }

    /** A call goes to an agent as it is, so that nobody need listen once enough was heard. */
    public void mayBeLeft(String linkedId, String channel) {
        BookedCall call = calls.find(linkedId, channel);
        if (call != null) {
            call.mayBeLeft();
        }
    }

    /** A dialogue with the caller begins: every sound counts again, and nobody leaves off listening. */
    public void listenAgain(String linkedId, String channel) {
        BookedCall call = calls.find(linkedId, channel);
        if (call != null) {
            call.listenAgain();
        }
    }

    /** Takes the next event in order. */
    public void apply(ReceivedEvent received) {
        Instant at = received.at();
        AmiEvent event = received.event();
        switch (event) {
            case ChannelBorn born -> calls.born(born, at, stream.open() ? stream.era() : BookedCall.NEVER_WHOLE);
            case ChannelListed listed -> calls.listed(listed, at);
            case ChannelsListed all -> calls.endUnlisted(at, stream.era());
            case ChannelUp up -> calls.with(up.uniqueId(), call -> call.up(at));
            case ChannelGone gone -> calls.with(gone.uniqueId(), call -> call.ended(at));
            case ChannelRenamed renamed -> calls.with(renamed.uniqueId(), BookedCall::taint);
            case TalkStarted talk -> started(talk, at);
            case TalkStopped talk -> stopped(talk, at);
            case QueueMoved moved -> queued(moved);
            case QueueCounted counted -> deterrent.counted(counted);
            case AgentConnected connected -> connected(connected);
            case AgentParted parted -> calls.with(parted.uniqueId(), BookedCall::withoutAgent);
            case CanaryReturned canary -> stream.heard(at);
            case StreamOpened opened -> turn(true);
            case StreamClosed closed -> turn(false);
            case StreamTorn torn -> {
                tears.increment();
                turn(stream.open());
                onTear.accept(torn);
            }
        }
    }

    /** What was heard on a caller's channel since a moment; {@link TalkReport#UNKNOWN} for a call that is not in the book. */
    public TalkReport since(String linkedId, String channel, Instant since) {
        BookedCall call = calls.find(linkedId, channel);
        Instant now = clock.instant();
        return call == null
                ? TalkReport.UNKNOWN
                : call.heardSince(stream.heardWithin(limits.fresh(), now) && whole(call), since, now);
    }

    /**
     * What was heard in the whole call, which is forgotten then.
     *
     * @param certain whether everything told before the question has been applied; if not, the report is not whole
     */
    public TalkReport conclude(String linkedId, String channel, boolean certain) {
        BookedCall call = calls.find(linkedId, channel);
        if (call == null) {
            return TalkReport.UNKNOWN;
        }
        TalkReport heard = call.heard(certain && whole(call), clock.instant());
        calls.forget(linkedId, call);
        if (call.answered()) {
            silentRun.concluded(heard);
        }
        return heard;
    }

    /** The calls that are up, oldest first; none while the stream is closed. */
    public List<LiveCall> live() {
        return stream.open()
                ? calls.all().stream()
                        .filter(BookedCall::live)
                        .map(call -> call.view(server))
                        .sorted(Comparator.comparing(LiveCall::since))
                        .toList()
                : List.of();
    }

    /** Forgets calls that ended long ago and were never concluded. */
    public void expire() {
        calls.forgetEndedBefore(clock.instant().minus(limits.keepEnded()));
    }

    /** Whether it must be asked what is up, since a new era began; asking this resets it. */
    public boolean takeReconcileWanted() {
        return stream.takeReconcileWanted();
    }

    /** Whether so many calls in a row were without a sound that talk events cannot be arriving. */
    public boolean deaf() {
        return silentRun.deaf();
    }

    /** Notes whether this Asterisk can detect talk at all. */
    public void talkDetection(boolean loaded) {
        talkDetection = loaded;
    }

    /** Whether this Asterisk can detect talk at all; {@code true} if it is not known. */
    public boolean talkDetection() {
        return talkDetection;
    }

    /** The deterrent queue's callers and room. */
    public QueueLevel deterrent() {
        return deterrent;
    }

    /** Calls in the book, ended ones that wait to be concluded among them. */
    public int size() {
        return calls.size();
    }

    /** How often the stream was torn so far. */
    public long tears() {
        return tears.sum();
    }

    /** Calls that found no room in the book so far. */
    public long refused() {
        return calls.refused();
    }

    private void started(TalkStarted talk, Instant at) {
        silentRun.sound();
        calls.with(talk.uniqueId(), call -> call.talkStarted(at));
    }

    private void stopped(TalkStopped talk, Instant at) {
        calls.with(talk.uniqueId(), call -> {
            if (call.talkStopped(at, talk.duration(), limits.burst())) {
                onEnough.accept(call.channel());
            }
        });
    }

    private void connected(AgentConnected connected) {
        calls.with(connected.uniqueId(), call -> call.withAgent(connected.queue(), connected.agent()));
    }

    private void queued(QueueMoved moved) {
        deterrent.moved(moved);
        if (moved.joined()) {
            calls.with(moved.uniqueId(), call -> call.inQueue(moved.queue()));
        }
    }

    private void turn(boolean open) {
        stream.turn(open);
        deterrent.turn(open);
    }

    private boolean whole(BookedCall call) {
        return stream.open() && talkDetection && !silentRun.deaf() && call.seenWholeIn(stream.era());
    }
}
