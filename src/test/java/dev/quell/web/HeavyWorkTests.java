package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recordings that are sent slowly hold up further recordings, and nothing else. */
class HeavyWorkTests extends RunningService {

    private static final String RECORDING = "/api/v1/prompts/en/tone";

    /** A recording whose body never comes. */
    private Socket slow() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.getOutputStream()
                .write(("PUT " + RECORDING + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                                + "\r\nContent-Type: audio/wav\r\nContent-Length: 1000\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void fourAtOnceAndTheNextComesAgain() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                slow.add(slow());
            }
            await().untilAsserted(() -> assertThat(get(RECORDING)).satisfies(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("5");
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/problem+json");
            }));
            assertThat(get("/api/v1/reports?format=pdf").statusCode()).isEqualTo(200);
        } finally {
            for (Socket each : slow) {
                each.close();
            }
        }
        await().untilAsserted(() -> assertThat(get(RECORDING).statusCode()).isNotEqualTo(503));
    }
}
