package dev.quell.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Runs calls against a service. */
public final class Load {

    private Load() {}

    /**
     * Closed loop: so many connections, each beginning its next call as soon as its last went on. Shows throughput; its times hide what waits outside.
     *
     * @param screen asks for one verdict, {@link FakeAsterisk#screen}
     */
    public static LoadResult closed(
            Function<PlacedCall, Answer> screen, Population population, int connections, Duration length) {
        long began = System.nanoTime();
        long end = began + length.toNanos();
        List<Tally> tallies = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Tally tally = new Tally();
            tallies.add(tally);
            threads.add(Thread.ofPlatform().name("load-" + i).start(() -> {
                for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                    Answer answer = screen.apply(population.next());
                    tally.add(answer, System.nanoTime() - start);
                }
            }));
        }
        threads.forEach(Load::join);
        return Tally.sum(tallies, Duration.ofNanos(System.nanoTime() - began));
    }

    /**
     * Open loop: a call begins every 1/rate second, whatever became of those before it, and its time counts from the moment when it was to begin. What a
     * stalled service keeps waiting is so counted (no coordinated omission).
     *
     * @param perSecond calls a second, at least 1
     * @param after told of each call when it went on, in the call's own thread; its time is not counted
     */
    public static LoadResult open(
            Function<PlacedCall, Answer> screen,
            BiConsumer<PlacedCall, Answer> after,
            Population population,
            int perSecond,
            Duration length) {
        ConcurrentLinkedQueue<Tally> tallies = new ConcurrentLinkedQueue<>();
        ThreadLocal<Tally> own = ThreadLocal.withInitial(() -> {
            Tally tally = new Tally();
            tallies.add(tally);
            return tally;
        });
        long began = System.nanoTime();
        // Idle threads are taken again, so that a steady load has few of them; a stall brings more.
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            long calls = length.toMillis() * perSecond / 1000;
            for (long n = 0; n < calls; n++) {
                long due = began + n * 1_000_000_000L / perSecond;
                await(due);
                PlacedCall call = population.next();
                threads.execute(() -> {
                    Answer answer = screen.apply(call);
                    own.get().add(answer, System.nanoTime() - due);
                    after.accept(call, answer);
                });
            }
        }
        return Tally.sum(List.copyOf(tallies), Duration.ofNanos(System.nanoTime() - began));
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while load ran", e);
        }
    }
}
