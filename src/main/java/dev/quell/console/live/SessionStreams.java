package dev.quell.console.live;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The streams that belong to one session; they end with it. */
final class SessionStreams implements HttpSessionBindingListener {
    private static final String NAME = "quell.streams";

    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();

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

    int size() {
        return open.size();
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
        Set.copyOf(open).forEach(LiveStream::end);
    }
}
