package dev.quell.jobs;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What ended a round of a job in this process and was not meant to: errors and exceptions that the job did not expect. One of a timer stands until a round ends
 * well again, one of a loop until the service is restarted. For the process, since threads are.
 */
public final class Mishaps {

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);
    private static final Map<String, String> STANDING = new ConcurrentHashMap<>();
    private static final AtomicLong COUNT = new AtomicLong();

    private Mishaps() {}

    /** A round of a job ended with it. */
    public static void note(String job, Throwable what) {
        COUNT.incrementAndGet();
        String words = what.getClass().getSimpleName();
        if (!words.equals(STANDING.put(job, words))) {
            LOG.error(
                    "{}: a round ended with an error; the next follows. This is a fault in Quell, please report it",
                    job,
                    what);
        }
    }

    /** A round of a job ended well. */
    static void well(String job) {
        STANDING.remove(job);
    }

    /** What stands, by job: the name of the error's class. */
    static Map<String, String> standing() {
        return new TreeMap<>(STANDING);
    }

    /** How many there were. */
    static long count() {
        return COUNT.get();
    }
}
