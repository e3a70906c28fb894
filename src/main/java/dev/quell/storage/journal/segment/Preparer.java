package dev.quell.storage.journal.segment;

import dev.quell.jobs.Jobs;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the segments that a journal may have: the first at once, the others in the background, also if there is no room for them for a while. */
public final class Preparer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Preparer.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Segments segments;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("quell-segments").daemon().unstarted(Jobs.loop("quell-segments", this::makeAll));
    private boolean told;

    private Preparer(Segments segments) {
        this.segments = segments;
    }

    /** Makes the first segment if there is none, and begins to make the others. */
    public static Preparer start(Segments segments) {
        Preparer preparer = new Preparer(segments);
        if (segments.isEmpty()) {
            preparer.makeOne();
        }
        preparer.thread.start();
        return preparer;
    }

    private void makeAll() {
        boolean more = true;
        while (more && closed.getCount() > 0) {
            more = makeOne();
        }
    }

    /** Whether there are more to be made. */
    private boolean makeOne() {
        try {
            boolean more = segments.prepareOne();
            told = false;
            return more;
        } catch (IOException e) {
            if (!told) {
                log.error("There is no room for the journal: {}. Make room, it goes on by itself.", e.getMessage());
            }
            told = true;
            return !isClosedWithin(RETRY);
        }
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Makes no more. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
