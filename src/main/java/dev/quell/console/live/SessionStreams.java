package dev.quell.console.live;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The streams that belong to one session; they end with it. */
final class SessionStreams implements HttpSessionBindingListener {
    private static final String NAME = "quell.streams";

    /** The oldest first. */
    private final Queue<LiveStream> open = new ConcurrentLinkedQueue<>();

    /** Those of a session. */
    static SessionStreams of(HttpSession session) {
        synchronized (session) {
            if (session.getAttribute(NAME) instanceof SessionStreams known) {
                return known;
            }
            SessionStreams none = new SessionStreams();
            session.setAttribute(NAME, none);
            return none;
        }
    }

    /**
     * Ends the stream of a name, and the oldest ones until there is room for one more: which pages are gone is known only when something is sent to them, and who
     * opens the fifth does look at it.
     */
    void makeRoom(@Nullable String name, int most) {
        if (name != null) {
            open.stream().filter(stream -> stream.isCalled(name)).forEach(LiveStream::end);
        }
        for (LiveStream oldest = open.peek(); oldest != null && open.size() >= most; oldest = open.peek()) {
            oldest.end();
            open.remove(oldest);
        }
    }

    void add(LiveStream stream) {
        open.add(stream);
    }

    void remove(LiveStream stream) {
        open.remove(stream);
    }

    /** The session is over: signed out, ended by the service, or run out. */
    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        List.copyOf(open).forEach(LiveStream::end);
    }
}
