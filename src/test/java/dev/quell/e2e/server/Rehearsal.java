package dev.quell.e2e.server;

import static org.awaitility.Awaitility.await;

import dev.quell.load.Answer;
import dev.quell.load.Ending;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.PlacedCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** The first calls of a service: on a busy machine they take longer than a call waits, as all its code runs for the first time. */
final class Rehearsal {

    private static final int ENOUGH = 15;
    private static final AtomicInteger CALLS = new AtomicInteger();

    private Rehearsal() {}

    /** Calls to a line that is nobody's, one after the other, until so many had their verdicts and their ends were taken. */
    static void of(int agiPort, int httpPort, String server, String token) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        AtomicInteger good = new AtomicInteger();
        try (FakeAsterisk pbx = new FakeAsterisk(
                new InetSocketAddress(loopback, agiPort), new InetSocketAddress(loopback, httpPort), server, token)) {
            await("calls are screened")
                    .atMost(AsteriskUnderTest.PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        int n = CALLS.incrementAndGet();
                        PlacedCall call = PlacedCall.of("rehearsal." + n, "134" + (10_000_000 + n))
                                .to("4599");
                        Answer answer = pbx.screen(call);
                        boolean told = tell(pbx, call, answer);
                        return answer instanceof Answer.Verdict && told && good.incrementAndGet() >= ENOUGH;
                    });
        }
    }

    private static boolean tell(FakeAsterisk pbx, PlacedCall call, Answer answer) {
        try {
            return pbx.ended(call, Ending.talk(answer, Instant.now().getEpochSecond()))
                    .startsWith("OK");
        } catch (IOException e) {
            return false;
        }
    }
}
