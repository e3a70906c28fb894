package dev.quell.storage.sqlite.read;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A connection that is taken for more than one question, asked in turn. For one thread. */
final class Reading {

    private final Readers readers;
    private final Runnable release;
    private final Running running = new Running();
    private @Nullable Question<?> last;

    /** @param release called once the last question has ended and the connection was given back */
    Reading(Readers readers, Runnable release) {
        this.readers = readers;
        this.release = release;
    }

    /** The one statement of all its questions. */
    Running running() {
        return running;
    }

    /** Waits for a piece of work. It was begun by taking the connection, so it waits for a thread as long as for an answer. */
    <T extends @Nullable Object> T ask(Supplier<T> work) {
        Question<T> question = new Question<>(work, running);
        last = question;
        return readers.next(question);
    }

    /** Ends it. Nobody waits for that: the last question may go on though whoever asked it has lost patience. */
    void end(Runnable closing) {
        Question<?> end = new Question<>(
                () -> {
                    running.ends();
                    closing.run();
                    return true;
                },
                running);
        end.then(release);
        Question<?> before = last;
        if (before == null) {
            readers.hand(end);
        } else {
            before.then(() -> readers.hand(end));
        }
    }
}
