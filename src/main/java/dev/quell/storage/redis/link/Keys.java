package dev.quell.storage.redis.link;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.storage.memory.NearCache;

/** The names of everything in Redis. What one script touches bears the same hash tag, so that it lies on one node of a cluster. */
public final class Keys {

    /** A random text that a Redis without it gets; whoever knows another one has lost everything there, or never was there. */
    public static final String EPOCH = "quell:epoch";

    /** The channel of notices that a caller's history has changed. */
    public static final String NOTICES = "quell:notices";

    /** The channel of calls and ends, for the watch on traffic. */
    public static final String TRAFFIC = "quell:traffic";

    /** The channel of errands for any instance; answers come on one with the asker's sign behind it. */
    public static final String ERRANDS = "quell:errands";

    /** The changes of small rows, a stream. */
    public static final String ROWS = "quell:{rows}:changes";

    /** The small rows as they are now, a hash. */
    public static final String PRESENT = "quell:{rows}:present";

    /** The numbers that instances were given, a set. */
    public static final String INSTANCES = "quell:numbers";

    private Keys() {}

    /** The calls of one caller. */
    public static String caller(CallerNumber caller) {
        return part(NearCache.part(caller)) + caller.key();
    }

    /** How often the calls of a part's callers have changed. */
    public static String version(int part) {
        return part(part) + "version";
    }

    private static String part(int part) {
        return "quell:{" + part + "}:";
    }

    /** A screened call by the hash of its token. */
    public static String token(String hash) {
        return "quell:token:" + hash;
    }

    /** The hash of a call's token. */
    public static String call(CallId id) {
        return "quell:call:" + id;
    }

    /** Who was the first to tell the end of a call whose caller has no history. */
    public static String ended(CallId id) {
        return "quell:ended:" + id;
    }

    /** Who holds a lease, and how often it was given. */
    public static String lease(String name) {
        return "quell:lease:{" + name + "}";
    }

    /** What a limit has counted. */
    public static String limit(String name) {
        return "quell:limit:{" + name + "}";
    }

    /** What was answered to a request that must be done once. */
    public static String answer(String key) {
        return "quell:answer:" + key;
    }
}
