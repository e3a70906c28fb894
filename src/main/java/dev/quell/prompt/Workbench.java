package dev.quell.prompt;

import dev.quell.prompt.audio.AudioFault;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where recordings are worked on: one after the other, on a platform thread, with one place to wait. Calls are answered on virtual threads, which share as many
 * carriers as there are cores and are not taken off them; some seconds of computing there would let calls pass. A thread of its own gets its share of the cores
 * and no more; a priority would do nothing, since Java's have no effect on Linux.
 */
final class Workbench {
    private final ThreadPoolExecutor one = new ThreadPoolExecutor(
            1,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Thread.ofPlatform().name("quell-prompts").daemon(true).factory());

    Workbench() {
        one.allowCoreThreadTimeOut(true);
    }

    /** Work on a recording. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws AudioFault, PromptFault;
    }

    /**
     * Does it and waits for it.
     *
     * @throws PromptBusy if there is no place
     */
    <T> T done(Work<T> work) throws AudioFault, PromptFault {
        try {
            Future<T> made = one.submit(work::done);
            return made.get();
        } catch (RejectedExecutionException e) {
            throw new PromptBusy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PromptFault("nobody waited for the recording", e);
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static PromptFault rethrown(Throwable cause) throws AudioFault {
        return switch (cause) {
            case AudioFault fault -> throw fault;
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            case PromptFault fault -> fault;
            default -> throw new IllegalStateException(cause);
        };
    }
}
