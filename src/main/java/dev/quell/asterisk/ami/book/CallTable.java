package dev.quell.asterisk.ami.book;

import dev.quell.asterisk.ami.stream.AmiEvent.ChannelBorn;
import dev.quell.asterisk.ami.stream.AmiEvent.ChannelListed;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The calls of one Asterisk by linked id, at most so many. Only a call's first channel, which has itself as linked id, has a place. */
final class CallTable {

    private final int limit;
    private final Map<String, BookedCall> calls = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();
    private long listing = 1;

    CallTable(int limit) {
        this.limit = limit;
    }

    /** A channel came up in an era; one that is known already is tainted, since no channel comes up twice. */
    void born(ChannelBorn born, Instant at, long era) {
        if (!born.uniqueId().equals(born.linkedId())) {
            return;
        }
        BookedCall known = calls.get(born.uniqueId());
        if (known != null) {
            known.taint();
        } else {
            add(new BookedCall(born.uniqueId(), born.channel(), at, era));
        }
    }

    /** A channel is up; if it is not known, its beginning was not seen. */
    void listed(ChannelListed listed, Instant at) {
        if (!listed.uniqueId().equals(listed.linkedId())) {
            return;
        }
        if (!calls.containsKey(listed.uniqueId())) {
            add(new BookedCall(listed.uniqueId(), listed.channel(), at, BookedCall.NEVER_WHOLE));
        }
        with(listed.uniqueId(), call -> call.listedIn(listing));
    }

    /** The listing is complete: calls of an era that is over and of which it knows nothing have ended unseen. */
    void endUnlisted(Instant at, long era) {
        for (BookedCall call : calls.values()) {
            if (!call.seenWholeIn(era) && call.missingFrom(listing)) {
                call.ended(at);
            }
        }
        listing++;
    }

    /** Changes a call if it is known. */
    void with(String uniqueId, Consumer<BookedCall> change) {
        BookedCall call = calls.get(uniqueId);
        if (call != null) {
            change.accept(call);
        }
    }

    /** The call whose first channel has this linked id and name; null if there is none. */
    @Nullable
    BookedCall find(String linkedId, String channel) {
        BookedCall call = calls.get(linkedId);
        return call != null && call.isOn(channel) ? call : null;
    }

    void forget(String linkedId, BookedCall call) {
        calls.remove(linkedId, call);
    }

    /** Forgets calls that ended before a moment. */
    void forgetEndedBefore(Instant moment) {
        calls.values().removeIf(call -> call.endedBefore(moment));
    }

    Collection<BookedCall> all() {
        return calls.values();
    }

    int size() {
        return calls.size();
    }

    long refused() {
        return refused.sum();
    }

    private void add(BookedCall call) {
        if (calls.size() < limit) {
            calls.put(call.uniqueId(), call);
        } else {
            refused.increment();
        }
    }
}
