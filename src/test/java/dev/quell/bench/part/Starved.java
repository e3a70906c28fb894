package dev.quell.bench.part;

import dev.quell.bench.page.Text;
import dev.quell.bench.server.Cores;
import dev.quell.bench.server.QuellServer;
import dev.quell.bench.server.Starvation;
import dev.quell.load.Answer;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.Latencies;
import dev.quell.load.Load;
import dev.quell.load.PlacedCall;
import dev.quell.load.Population;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** A service that has hardly any processor time for a while under a steady load, and what becomes of the calls then and afterwards. */
final class Starved {

    private static final int RATE = 1000;
    private static final int LOOPS = 3;
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final Duration TO_RECOVER = Duration.ofSeconds(5);
    private static final Duration AFTERWARDS = Duration.ofSeconds(10);

    private final QuellServer quell;
    private final FakeAsterisk asterisk;
    private final long began = System.nanoTime();
    private final Phase meanwhile = new Phase();
    private final Phase later = new Phase();
    private final LongAdder toldAgain = new LongAdder();

    private Starved(QuellServer quell, FakeAsterisk asterisk) {
        this.quell = quell;
        this.asterisk = asterisk;
    }

    /** Runs it, and says in a sentence what came of it. */
    static String measure(QuellServer quell, FakeAsterisk asterisk, Population population) {
        if (!Cores.parted()) {
            return "What becomes of a starved service was not measured: it takes taskset and four cores.";
        }
        return new Starved(quell, asterisk).run(population);
    }

    private String run(Population population) {
        Thread hunger = Thread.ofPlatform().name("hunger").start(this::starve);
        Duration all = BEFORE.plus(LENGTH).plus(TO_RECOVER).plus(AFTERWARDS);
        Load.open(this::screen, this::end, population, RATE, all);
        try {
            hunger.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Text.progress("  starved: %s; afterwards: %s", meanwhile, later);
        return Text.of(
                "Starved for %d s, %s calls a second: the service had one core and shared it with %d busy loops. Until %d s after it had its cores back: %s;"
                        + " %s ends were told again. The %d s after that: %s.",
                LENGTH.toSeconds(),
                Text.number(RATE),
                LOOPS,
                TO_RECOVER.toSeconds(),
                meanwhile,
                Text.number(toldAgain.sum()),
                AFTERWARDS.toSeconds(),
                later);
    }

    private void starve() {
        LockSupport.parkNanos(BEFORE.toNanos());
        try (Starvation hunger = Starvation.of(quell.process(), LOOPS)) {
            TimeUnit.NANOSECONDS.sleep(LENGTH.toNanos());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer screen(PlacedCall call) {
        long at = System.nanoTime();
        Answer answer = asterisk.screen(call);
        long passed = at - began;
        if (passed > BEFORE.plus(LENGTH).plus(TO_RECOVER).toNanos()) {
            later.note(answer, System.nanoTime() - at);
        } else if (passed > BEFORE.toNanos()) {
            meanwhile.note(answer, System.nanoTime() - at);
        }
        return answer;
    }

    private void end(PlacedCall call, Answer answer) {
        if (!Ends.taken(asterisk, call, answer)) {
            toldAgain.increment();
        }
    }

    /** The calls of a while. */
    private static final class Phase {

        private final Latencies latencies = new Latencies();
        private long unscreened;

        synchronized void note(Answer answer, long nanos) {
            latencies.add(nanos);
            unscreened += answer instanceof Answer.Verdict ? 0 : 1;
        }

        @Override
        public synchronized String toString() {
            return Text.of(
                    "%s calls, %s without a verdict, p50 %s, p99 %s",
                    Text.number(latencies.count()),
                    Text.number(unscreened),
                    Text.time(latencies.quantile(0.5)),
                    Text.time(latencies.quantile(0.99)));
        }
    }
}
