package dev.quell.security.people;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One thread that works on passwords, and who waits for it. Strangers never keep those who are known from their turn. */
public final class PasswordQueue implements AutoCloseable {

    private final AtomicLong serial = new AtomicLong();
    private final Map<Turn, Semaphore> places = new EnumMap<>(Turn.class);
    private final ThreadPoolExecutor thread;

    /** One with nobody waiting, of a thread's name. */
    public PasswordQueue(String name) {
        thread = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().name(name).daemon().factory());
        for (Turn turn : Turn.values()) {
            places.put(turn, new Semaphore(turn.places()));
        }
        thread.allowCoreThreadTimeOut(true);
    }

    private static final class Job<T> extends FutureTask<T> implements Comparable<Job<?>> {
        private final Turn turn;
        private final long number;

        Job(Callable<T> work, Turn turn, long number) {
            super(work);
            this.turn = turn;
            this.number = number;
        }

        @Override
        public int compareTo(Job<?> other) {
            int first = turn.compareTo(other.turn);
            return first != 0 ? first : Long.compare(number, other.number);
        }
    }

    /**
     * Does some work when its turn has come.
     *
     * @throws TooBusyException if no place is free, or the waiting was broken off
     */
    public <T> T work(Turn turn, Callable<T> work) throws TooBusyException {
        Semaphore place = places.get(turn);
        if (place == null || !place.tryAcquire()) {
            throw new TooBusyException();
        }
        Job<T> job = new Job<>(work, turn, serial.incrementAndGet());
        try {
            thread.execute(job);
            return job.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        } catch (RejectedExecutionException e) {
            throw new TooBusyException(e);
        } catch (InterruptedException e) {
            thread.remove(job);
            Thread.currentThread().interrupt();
            throw new TooBusyException(e);
        } finally {
            place.release();
        }
    }

    /** How many wait, without the one whose turn it is. */
    int waiting() {
        return thread.getQueue().size();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
