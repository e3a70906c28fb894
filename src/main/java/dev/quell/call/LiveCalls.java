package dev.quell.call;

import java.util.List;

/** The port to the calls that are up now. Advisory: a server that is not reachable shows none of its calls. */
@FunctionalInterface
public interface LiveCalls {

    /** The calls that are up, oldest first; answers at once. */
    List<LiveCall> now();

    /** A view that never shows a call, for a site without a manager connection. */
    static LiveCalls noop() {
        return List::of;
    }
}
