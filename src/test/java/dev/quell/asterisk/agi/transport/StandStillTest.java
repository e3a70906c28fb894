package dev.quell.asterisk.agi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.asterisk.protocol.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process was stopped for a while; what was asked meanwhile is old. */
class StandStillTest {

    private static final Duration HEADER_TIME = Duration.ofSeconds(5);
    private static final String REQUEST = "agi_network: yes\nagi_network_script: screen\nagi_arg_1: v1\n\n";

    private final AtomicLong time = new AtomicLong();
    private final Watch watch = new Watch(time::get);
    private SocketChannel asterisk;
    private Connection connection;

    @BeforeEach
    void asks() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            asterisk = SocketChannel.open(server.getLocalAddress());
            connection = new Connection(server.accept(), new AgiLimits(128, 2048, 32_768, HEADER_TIME));
        }
        asterisk.write(ByteBuffer.wrap(REQUEST.getBytes(StandardCharsets.US_ASCII)));
    }

    @AfterEach
    void close() throws IOException {
        watch.close(Duration.ZERO);
        connection.cut();
        asterisk.close();
    }

    @Test
    void aGapBetweenTwoLooksIsAStandStillForFiveSeconds() {
        assertThat(watch.stoodStill()).isFalse();
        time.addAndGet(Duration.ofMillis(501).toNanos());
        assertThat(watch.stoodStill()).isTrue();
        await("the watch has seen it").pollDelay(Duration.ofMillis(100)).until(watch::stoodStill);
        passes(Duration.ofMillis(4900));
        assertThat(watch.stoodStill()).isTrue();
        passes(Duration.ofMillis(200));
        assertThat(watch.stoodStill()).isFalse();
    }

    @Test
    void aRequestThatAsteriskGaveUpIsNotServed() throws IOException {
        asterisk.close();
        assertThat(refusal(true)).contains("Asterisk gave the request up");
    }

    @Test
    void aRequestThatAsteriskWaitsForIsServed() throws IOException {
        assertThat(refusal(true)).isEmpty();
        asterisk.close();
    }

    @Test
    void withoutAStandStillNobodyLooks() throws IOException {
        asterisk.close();
        assertThat(refusal(false)).isEmpty();
    }

    @Test
    void aRequestIsOldWhenTheDialplanMayHaveGoneOn() {
        long began = System.nanoTime();
        await().until(connection::isOld);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(200));
    }

    /** A reset would be taken for a broken instance, which is left out for a while. */
    @Test
    void aRequestThatIsTurnedAwaySeesAnOrderlyEnd() throws IOException {
        connection.turnAway();

        assertThat(asterisk.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }

    private String refusal(boolean late) {
        try {
            AgiCall call = AgiCall.read(connection, HEADER_TIME, () -> late);
            assertThat(call.headers().script()).isEqualTo("screen");
            return "";
        } catch (RefusedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Lets time pass in steps that are no stand-still, each seen by the watch. */
    private void passes(Duration length) {
        for (long ms = 0; ms < length.toMillis(); ms += 100) {
            time.addAndGet(Duration.ofMillis(100).toNanos());
            await().pollDelay(Duration.ofMillis(25)).until(() -> true);
        }
    }
}
