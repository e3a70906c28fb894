package dev.quell.bench.part;

import dev.quell.asterisk.ami.FakeAmi;
import dev.quell.load.Answer;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.PlacedCall;
import dev.quell.load.Population;
import dev.quell.load.Replies;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Silent callers in {@code listen}, each on a virtual thread. */
final class HeldCalls {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int BEGUN_A_SECOND = 500;

    private final FakeAsterisk asterisk;
    private final FakeAmi ami;
    private final Population population;
    private final AtomicInteger held = new AtomicInteger();
    private final Map<String, Integer> results = new ConcurrentSkipListMap<>();

    HeldCalls(FakeAsterisk asterisk, FakeAmi ami, Population population) {
        this.asterisk = asterisk;
        this.ami = ami;
        this.population = population;
    }

    /** Begins so many dialogues, a few hundred a second, and returns when all have begun. */
    void begin(int wanted) {
        long began = System.nanoTime();
        for (int n = 0; n < wanted; n++) {
            PlacedCall call = population.next();
            Thread.startVirtualThread(() -> listen(call));
            long due = began + n * 1_000_000_000L / BEGUN_A_SECOND;
            LockSupport.parkNanos(due - System.nanoTime());
        }
        // Every one of them has been asked for its first key by then.
        LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
    }

    private void listen(PlacedCall call) {
        ami.send("""
                Event: Newchannel
                Privilege: call,all
                Channel: %1$s
                ChannelState: 6
                ChannelStateDesc: Up
                CallerIDNum: %2$s
                CallerIDName: <unknown>
                Exten: s
                Priority: 1
                Uniqueid: %3$s
                Linkedid: %3$s

                """.formatted(call.channel(), call.number(), call.id()));
        if (!(asterisk.screen(call) instanceof Answer.Verdict verdict)) {
            results.merge("no verdict", 1, Integer::sum);
            return;
        }
        held.incrementAndGet();
        try {
            results.merge(asterisk.dialogue("listen", call, verdict, LONGEST, new Silent()), 1, Integer::sum);
        } catch (IOException e) {
            results.merge(e.toString(), 1, Integer::sum);
        } finally {
            held.decrementAndGet();
        }
    }

    /** How many are in their dialogue now. */
    int held() {
        return held.get();
    }

    /** How those ended that did, with how many. */
    Map<String, Integer> results() {
        return new TreeMap<>(results);
    }

    /** Says nothing and presses nothing; packets come at 50 a second. */
    private static final class Silent implements Replies {

        private final long began = System.nanoTime();

        @Override
        public String to(String command) {
            if (command.startsWith("WAIT FOR DIGIT")) {
                sleep(Long.parseLong(command.replaceAll("[^0-9]", "")));
                return "200 result=0\n";
            }
            if (command.startsWith("STREAM FILE")) {
                sleep(3000);
                return "200 result=0 endpos=24000\n";
            }
            if (command.startsWith("GET FULL VARIABLE")) {
                return "200 result=1 ("
                        + Duration.ofNanos(System.nanoTime() - began).toMillis() / 20 + ")\n";
            }
            return DONE;
        }

        private static void sleep(long millis) {
            LockSupport.parkNanos(millis * 1_000_000);
        }
    }
}
