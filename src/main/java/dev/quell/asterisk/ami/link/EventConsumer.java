package dev.quell.asterisk.ami.link;

import dev.quell.asterisk.ami.book.CallBook;
import dev.quell.asterisk.ami.stream.AmiEvent.CanaryReturned;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamTorn;
import dev.quell.asterisk.ami.stream.AmiEvent.Tear;
import dev.quell.asterisk.ami.stream.EventQueue;
import dev.quell.asterisk.ami.stream.ReceivedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that applies an Asterisk's events to its book, in order. */
final class EventConsumer implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);

    private final EventQueue queue;
    private final CallBook book;
    private final Canaries canaries;

    EventConsumer(EventQueue queue, CallBook book, Canaries canaries) {
        this.queue = queue;
        this.book = book;
        this.canaries = canaries;
    }

    /** Applies events until the thread is interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                apply(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void apply(ReceivedEvent received) {
        try {
            book.apply(received);
            if (received.event() instanceof CanaryReturned canary) {
                canaries.returned(canary.nonce());
            }
        } catch (RuntimeException | Error e) {
            log.error(
                    "An AMI event could not be applied; calls that are up now count as unknown. Please report this.",
                    e);
            book.apply(new ReceivedEvent(new StreamTorn(Tear.FAULT), received.at()));
        }
    }
}
