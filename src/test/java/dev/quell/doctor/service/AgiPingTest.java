package dev.quell.doctor.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgiPingTest {

    private static final String REQUEST =
            "agi_network: yes\nagi_network_script: ping\nagi_arg_1: v1\nagi_arg_2: t=token\n\n";

    @ParameterizedTest
    @CsvSource({
        "'SET VARIABLE \"QUELL\" \"v1:PONG\"\n', PONG",
        "'', CLOSED",
        "'HTTP/1.1 400\n', FOREIGN",
        "'SET VARIABLE \"QUELL\" \"v2:PONG\"\n', FOREIGN"
    })
    void theAnswerTellsWhoIsThere(String answer, AgiPing.Result result) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread other = Thread.ofVirtual().start(() -> answer(server, answer));

            assertThat(AgiPing.ask("127.0.0.1", server.getLocalPort(), "token")).isEqualTo(result);
            other.join();
        }
    }

    @Test
    void nobodyIsThere() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0)) {
            port = server.getLocalPort();
        }
        assertThat(AgiPing.ask("127.0.0.1", port, "token")).isEqualTo(AgiPing.Result.REFUSED);
    }

    private static void answer(ServerSocket server, String sent) {
        try (Socket socket = server.accept()) {
            byte[] asked = socket.getInputStream().readNBytes(REQUEST.length());
            String answer = new String(asked, StandardCharsets.US_ASCII).equals(REQUEST) ? sent : "no ping\n";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
