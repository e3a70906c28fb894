package dev.quell.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeAsteriskTest {

    private static final String VALUE = "v1:PASS:OK:abcdefghijklmnopqrstuvwxyz:00420815:128:standard:queue:";
    private static final PlacedCall CALL = PlacedCall.of("1795338360.3", "13800138000");

    private ServerSocket service;
    private FakeAsterisk asterisk;

    @BeforeEach
    void listen() throws IOException {
        service = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), service.getLocalPort());
        asterisk = new FakeAsterisk(address, address, "pbx", "tokentokentoken1");
    }

    @AfterEach
    void close() throws IOException {
        asterisk.close();
        service.close();
    }

    @Test
    void asksAsTheDialplanDoesAndRepliesAsAsteriskDoes() throws IOException {
        CompletableFuture<String> seen = serve("SET VARIABLE QUELL \"" + VALUE + "\"\n");
        assertThat(asterisk.screen(CALL))
                .isInstanceOfSatisfying(
                        Answer.Verdict.class,
                        verdict -> assertThat(verdict.token()).isEqualTo("abcdefghijklmnopqrstuvwxyz"));
        assertThat(seen.join())
                .startsWith("agi_network: yes\nagi_network_script: screen\n")
                .contains("\nagi_arg_1: v1\nagi_arg_2: t=tokentokentoken1\nagi_arg_3: srv=pbx\n")
                .contains("\nagi_arg_8: num=MTM4MDAxMzgwMDA=\n")
                .endsWith("\n\n200 result=1\n");
    }

    @Test
    void aCommandThatWasCutOffIsCarriedOut() {
        CompletableFuture<String> seen = serve("SET VARIABLE \"QUELL\" \"" + VALUE + "\"");
        assertThat(asterisk.screen(CALL).firstWay()).isEqualTo("PASS");
        assertThat(seen.join()).endsWith("\n\n");
    }

    @Test
    void whatIsNoVerdictPassesUnscreened() {
        serve("SET VARIABLE QUELL \"v1:UNSCREENED\"\n");
        assertThat(asterisk.screen(CALL)).isEqualTo(new Answer.Unscreened("UNSCREENED_FAILED", "v1:UNSCREENED"));
    }

    @Test
    void aServiceThatSaysNothingIsLeftByTheGuard() {
        long began = System.nanoTime();
        assertThat(asterisk.screen(CALL).firstWay()).isEqualTo("UNSCREENED_GUARD");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(FakeAsterisk.GUARD);
    }

    @Test
    void aServiceThatIsNotThereFails() throws IOException {
        service.close();
        assertThat(asterisk.screen(CALL).firstWay()).isEqualTo("UNSCREENED_FAILED");
    }

    @Test
    void anEndIsToldAsTheDialplanDoes() throws IOException {
        CompletableFuture<String> seen =
                serve("HTTP/1.1 200 \r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nOK", "at=1795338361");
        assertThat(asterisk.ended(CALL, Ending.talk(Answer.of(VALUE), 1795338361L)))
                .isEqualTo("OK");
        assertThat(seen.join())
                .startsWith("POST /asterisk/v1/ended HTTP/1.1\r\n")
                .contains("\r\n\r\nt=tokentokentoken1&srv=pbx&id=1795338360.3&ch=PJSIP%2Fcarrier-1795338360.3"
                        + "&c=abcdefghijklmnopqrstuvwxyz&num=MTM4MDAxMzgwMDA%3D&line=4001&trunk=carrier&way=PASS");
    }

    private CompletableFuture<String> serve(String answer) {
        return serve(answer, "\n\n");
    }

    /** Answers one request when its end has come, then half-closes and reads on. */
    private CompletableFuture<String> serve(String answer, String requestEnd) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = service.accept()) {
                InputStream in = socket.getInputStream();
                StringBuilder seen = new StringBuilder();
                while (!seen.toString().endsWith(requestEnd)) {
                    seen.append((char) in.read());
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                return seen + new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
