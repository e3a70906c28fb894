package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Requests that nobody with good intentions sends; each is told off in a few words, and nothing of ours shows. */
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTests extends RunningService {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"pattern":           | is not JSON at line 1
                    {"a":1}}              | is not JSON at line 1
                    {"a":1,"a":2}         | is not JSON at line 1
                    {'a':1}               | is not JSON at line 1
                    <xml/>                | is not JSON at line 1
                    []                    | is not a JSON object
                    "x"                   | is not a JSON object
                    null                  | is not a JSON object
                    ``                    | is missing or cannot be read
                    """)
    void aBodyThatIsNoObjectIsSaidToBeNone(String body, String fault) {
        assertThat(faults(post("/api/v1/blocklist", body)))
                .singleElement()
                .asString()
                .startsWith("body: " + fault);
    }

    @Test
    void aBodyOfManyLevelsIsRefused() {
        assertThat(post("/api/v1/flags", "[".repeat(30_000)).statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/flags", "{\"a\":".repeat(6_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyOf64KibibytesIsReadAndOneOctetMoreIsNot() {
        String start = "{\"pattern\":\"";
        String whole = start + "1".repeat(65_536 - start.length() - 2) + "\"}";

        assertThat(whole).hasSize(65_536);
        assertThat(post("/api/v1/blocklist", whole).statusCode()).isEqualTo(400);
        assertProblem(post("/api/v1/blocklist", whole + " "), 413, "At most 65536 bytes are read");
    }

    @Test
    void aChunkedBodyIsBrokenOffAtTheLimit() throws IOException {
        String head = "POST /api/v1/blocklist HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        String chunk = "10000\r\n" + " ".repeat(65_536) + "\r\n";

        assertThat(raw(head + chunk + "1\r\n{\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("too-large");
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data;boundary=x"})
    void aBodyOfAnotherTypeIsRefusedWithTheRightOne(String type) {
        assertProblem(
                send("POST", "/api/v1/blocklist", "{}", "Authorization", "Bearer " + TOKEN, "Content-Type", type),
                415,
                "Content-Type: application/json");
    }

    @ParameterizedTest
    @CsvSource({"PUT, /api/v1/blocklist", "PATCH, /api/v1/flags", "DELETE, /api/v1/calls", "POST, /api/v1/sources"})
    void aMethodThatIsNotThereIsRefused(String method, String path) {
        HttpResponse<String> response =
                send(method, path, "{}", "Authorization", "Bearer " + TOKEN, "Content-Type", "application/json");

        assertProblem(response, 405, "The method is not supported here; this path takes ");
        assertThat(response.headers().firstValue("Allow")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/calls/..%2f..%2fetc%2fpasswd",
                "/api/v1//calls",
                "/api/v1/calls;jsessionid=1",
                "/api/v1/calls/%00",
                "/api/v1/calls/%0d%0aSet-Cookie:a=b",
                "/api/v1/numbers/%252e/test",
                "/api/v1/numbers/%3Cscript%3Ealert(1)%3C%2Fscript%3E/test",
            })
    void aPathOfTricksIsRefusedWithoutAnEcho(String path) {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isBetween(400, 404);
        assertThat(response.body()).doesNotContain("passwd", "Set-Cookie", "jsessionid", "Exception", "dev.quell");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/calls?from=%zz", "/actuator/health?x=%zz", "/actuator/prometheus?%c0%80=%f"})
    void aQueryThatCannotBeDecodedIsRefusedWithoutALogLine(String path, CapturedOutput log) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("query: cannot be decoded");
        assertThat(log.getAll()).doesNotContain("InvalidParameterException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/calls?to=%2B999999999-12-31T23:59:59Z",
                "/api/v1/calls?from=-999999999-01-01T00:00:00Z",
                "/api/v1/sources?to=0000-12-31T23:59:59Z",
                "/api/v1/flags?from=%2B10000-01-01T00:00:00Z",
            })
    void aTimeBeyondAllCalendarsIsRefused(String path) {
        assertThat(faults(get(path))).singleElement().asString().endsWith("is not in the years 1 to 9999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=0001-01-01&to=9999-12-31", "from=9999-12-30&to=9999-12-31T23:59:59Z"})
    void theFirstAndTheLastYearAreTaken(String period) {
        assertThat(get("/api/v1/calls?" + period).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/sources?" + period).statusCode()).isEqualTo(200);
    }

    @Test
    void aNumberOf2000DigitsIsShownShort() {
        assertThat(faults(get("/api/v1/calls?caller=" + "1".repeat(2000))))
                .containsExactly(
                        "caller: '" + "1".repeat(40)
                                + "…' is not a possible number; write +8613800138000, 13800138000, a short number such as 8001, or withheld");
    }

    @Test
    void markupInAParameterComesBackInJsonThatNobodyRuns() {
        HttpResponse<String> response = get("/api/v1/calls?%3Cscript%3E=1");

        assertThat(faults(response)).singleElement().asString().startsWith("'<script>': is not known");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void wordsThatAreNotHttpAreRefusedWithoutAPage() throws IOException {
        assertThat(raw("GARBAGE\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Exception");
        assertThat(raw("GET /a[b] HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"status\":400")
                .doesNotContain("<html", "Tomcat", "Exception");
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Tomcat", "Exception");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
