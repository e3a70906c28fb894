package dev.quell.faults;

import dev.quell.faults.check.ListChanges;
import dev.quell.faults.pbx.Conduct;
import dev.quell.faults.pbx.Pbx;
import dev.quell.faults.pbx.Trace;
import dev.quell.faults.world.Service;
import dev.quell.faults.world.World;
import dev.quell.load.PlacedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The calls and list changes of one round, drawn from its seed. Begun before the fault, ended after it. */
final class Script implements AutoCloseable {

    private static final int CALLS_PER_SECOND = 40;
    private static final int STRIKERS = 4;
    private static final int DIALOGUES = 4;
    private static final int SPREAD_MILLIS = 1500;
    private static final Duration CHANGE_EVERY = Duration.ofMillis(70);
    /** Longer than the first block lasts. */
    private static final Duration BLOCK_OVER = Duration.ofMillis(1700);

    private final World world;
    private final Pbx pbx;
    private final String round;
    private final Random random;
    private final ListChanges changes;
    private final AtomicInteger ids = new AtomicInteger();
    private final Queue<Trace> traces = new ConcurrentLinkedQueue<>();
    private final Map<String, List<Trace>> strikers = new ConcurrentHashMap<>();
    private final CountDownLatch well = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param round what no other round of the world has, 4 digits */
    Script(World world, String round, long seed) {
        this.world = world;
        this.pbx = world.pbx();
        this.round = round;
        this.random = new Random(seed);
        this.changes = new ListChanges("136" + round, new Random(seed + 1));
    }

    void begin() {
        threads.execute(this::pace);
        threads.execute(this::administer);
        for (int i = 0; i < STRIKERS; i++) {
            String flagged = "137" + round + String.format(Locale.ROOT, "%04d", i);
            String silent = "137" + round + String.format(Locale.ROOT, "%04d", STRIKERS + i);
            List<Integer> pauses = pauses();
            threads.execute(() -> strike(flagged, pauses, true));
            threads.execute(() -> strike(silent, pauses, false));
        }
        for (int i = 0; i < DIALOGUES; i++) {
            String number = "135" + round + String.format(Locale.ROOT, "%04d", i);
            int pause = random.nextInt(SPREAD_MILLIS);
            threads.execute(() -> {
                pass(Duration.ofMillis(pause));
                place(call(number, "4300"), new Conduct.Listens());
            });
        }
    }

    private List<Integer> pauses() {
        List<Integer> pauses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pauses.add(random.nextInt(SPREAD_MILLIS / 2));
        }
        return pauses;
    }

    /** The fault is over and all is well again: who waited for that goes on. */
    void goOn() {
        well.countDown();
    }

    /** No further call begins; returns when the last has ended. */
    void end() {
        well.countDown();
        over.countDown();
        threads.close();
    }

    @Override
    public void close() {
        end();
    }

    List<Trace> traces() {
        return List.copyOf(traces);
    }

    /** The calls of those who are to be blocked, by number. */
    Map<String, List<Trace>> strikers() {
        return Map.copyOf(strikers);
    }

    ListChanges changes() {
        return changes;
    }

    /** What the ids of this round's calls begin with. */
    String prefix() {
        return "r" + round + ".";
    }

    /** One more call of somebody new, whose end tells again what was kept. */
    void oneMore() {
        place(
                call("138" + round + String.format(Locale.ROOT, "%04d", ids.get()), "4001"),
                new Conduct.Waits(Duration.ZERO));
    }

    private void pace() {
        Random dice = new Random(random.nextLong());
        while (over.getCount() > 0) {
            int hold = 5 + dice.nextInt(300);
            threads.execute(() -> place(
                    call("138" + round + String.format(Locale.ROOT, "%04d", ids.get() % 10_000), "4001"),
                    new Conduct.Waits(Duration.ofMillis(hold))));
            // Calls that nobody is asked about are all alike: a fifth of them will do.
            int rate = pbx.skipping() ? CALLS_PER_SECOND / 5 : CALLS_PER_SECOND;
            pass(Duration.ofNanos(Math.round(-Math.log(1 - dice.nextDouble()) * 1e9 / rate)));
        }
    }

    private void administer() {
        List<Service> services = world.services();
        while (over.getCount() > 0) {
            changes.change(services.get(ids.get() % services.size()));
            pass(CHANGE_EVERY);
        }
    }

    /** Two deeds, a wait until the fault and the first block are over, two more. */
    private void strike(String number, List<Integer> pauses, boolean flagged) {
        List<Trace> own = strikers.computeIfAbsent(number, any -> new ArrayList<>());
        for (int i = 0; i < pauses.size(); i++) {
            if (i == 2) {
                await(well);
                pass(BLOCK_OVER);
            }
            pass(Duration.ofMillis(i < 2 ? pauses.get(i) : pauses.get(i) / 10));
            Conduct conduct = flagged ? new Conduct.IsFlagged("PJSIP/agent" + i) : new Conduct.SaysNothing();
            own.add(place(call(number, flagged ? "4001" : "4300").signed(), conduct));
        }
    }

    private PlacedCall call(String number, String line) {
        return PlacedCall.of(prefix() + ids.incrementAndGet(), number).to(line);
    }

    private Trace place(PlacedCall call, Conduct conduct) {
        Trace trace = pbx.place(call, conduct);
        traces.add(trace);
        return trace;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
