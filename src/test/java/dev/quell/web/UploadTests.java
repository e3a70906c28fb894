package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Passwords;
import dev.quell.security.people.Role;
import dev.quell.security.people.TooBusyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Large bodies, and forms with files. A request whose answer comes although only its head was sent was answered unread. */
class UploadTests extends RunningService {

    private static final String PASSWORD = "four words that fit";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String FILES = "Content-Type: multipart/form-data; boundary=x\r\n";
    /** Signing in takes time, and once is enough. */
    private static final Map<Role, String> COOKIES = new EnumMap<>(Role.class);

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    private String admin;
    private String agent;

    @BeforeEach
    void signIn() throws TooBusyException {
        admin = cookie(Role.ADMIN);
        agent = cookie(Role.AGENT);
    }

    private String cookie(Role role) throws TooBusyException {
        String known = COOKIES.get(role);
        if (known == null) {
            known = made(role);
            COOKIES.put(role, known);
        }
        return known;
    }

    private String made(Role role) throws TooBusyException {
        String name = "up-" + role.word();
        Instant now = clock.instant();
        accounts.add(new Account(
                name, name, Set.of(role), Optional.of("PJSIP/1001"), passwords.hash(PASSWORD), now, false, now, now));
        Browser browser = new Browser(port);
        browser.signIn(name, PASSWORD);
        return "Cookie: quell-session=" + browser.cookies.get("quell-session") + "\r\n";
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/blocklist",
        "PATCH, /api/v1/blocklist",
        "DELETE, /x",
        "POST, /api/v1/blocklist",
        "POST, /login",
        "POST, /asterisk/ended"
    })
    void aBodyThatSaysItIsTooLargeIsRefusedUnread(String method, String path) {
        assertThat(answer(method + " " + path + " HTTP/1.1\r\n" + FORM + "Content-Length: 1000000\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /x",
        "PATCH, /x",
        "DELETE, /x",
        "PUT, /api/v1/blocklist",
        "POST, /api/v1/blocklist",
        "POST, /login"
    })
    void aStrangersFormThatDoesNotSayItsLengthIsRefusedUnread(String method, String path) {
        String head = method + " " + path + " HTTP/1.1\r\n" + FORM + "Transfer-Encoding: chunked\r\n";

        assertThat(answer(head)).startsWith("HTTP/1.1 413");
        String chunk = "10000\r\n" + "a".repeat(65_536) + "\r\n";
        assertThat(answer(head, chunk.repeat(16))).startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /actuator/health, 415",
        "POST, /asterisk/ended, 415",
        "GET, /api/v1/openapi, 415",
        "GET, /login, 415",
        "POST, /login, 415",
        "POST, /treatments, 403",
        "GET, /assets/x, 415"
    })
    void nobodysFilesAreRead(String method, String path, String status) {
        assertThat(answer(method + " " + path + " HTTP/1.1\r\n" + FILES + "Transfer-Encoding: chunked\r\n"))
                .startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource({"POST, /agent, 415", "POST, /treatments, 403", "POST, /treatments/back, 415", "GET, /agent, 415"})
    void filesOfSomebodyWhoMayNotPutRecordingsInPlaceAreNotRead(String method, String path, String status) {
        assertThat(answer(method + " " + path + " HTTP/1.1\r\n" + agent + FILES + "Transfer-Encoding: chunked\r\n"))
                .startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource({"GET, /treatments", "POST, /lists/import", "POST, /treatments/back", "POST, //treatments"})
    void filesAreReadWhereTheyAreTakenOnly(String method, String path) {
        assertThat(answer(method + " " + path + " HTTP/1.1\r\n" + admin + FILES + "Transfer-Encoding: chunked\r\n"))
                .startsWith("HTTP/1.1 415");
    }

    @Test
    void aStrangersFormWithFilesFromAnotherSiteIsNotReadForAnErrorPage() {
        assertThat(answer("POST /treatments HTTP/1.1\r\nSec-Fetch-Site: cross-site\r\nAccept: text/html\r\n" + FILES
                        + "Transfer-Encoding: chunked\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(answer("POST /x;y HTTP/1.1\r\nAccept: text/html\r\n" + FILES + "Transfer-Encoding: chunked\r\n"))
                .startsWith("HTTP/1.1 415");
    }

    @Test
    void aFormWithFilesMayHave11Megabytes() {
        int most = 11 << 20;
        String head = "POST /treatments HTTP/1.1\r\n" + admin + FILES;

        assertThat(answer(head + "Content-Length: " + (most + 1) + "\r\n")).startsWith("HTTP/1.1 413");
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n";
        String end = "\r\n--x--\r\n";
        String whole = part + "a".repeat(most - part.length() - end.length()) + end;
        // It is read, and lacks the token against forged forms.
        assertThat(answer(head + "Content-Length: " + most + "\r\n", whole)).startsWith("HTTP/1.1 403");
        String chunked = Integer.toHexString(whole.length() + 1) + "\r\n" + whole + " \r\n0\r\n\r\n";
        assertThat(answer(head + "Transfer-Encoding: chunked\r\n", chunked)).startsWith("HTTP/1.1 4");
    }

    @Test
    void twoFormsWithFilesAreReadAtOnce() throws IOException {
        String head = "POST /treatments HTTP/1.1\r\nHost: x\r\n" + admin + FILES + "Content-Length: 1000\r\n\r\n--x";
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                Socket socket = new Socket("127.0.0.1", port);
                open.add(socket);
                socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            }
            await().untilAsserted(() -> assertThat(
                            answer("POST /treatments HTTP/1.1\r\n" + admin + FILES + "Content-Length: 1000\r\n"))
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 5"));
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        await().untilAsserted(() -> assertThat(
                        answer("POST /treatments HTTP/1.1\r\n" + admin + FILES + "Content-Length: 5\r\n", "--x--"))
                .startsWith("HTTP/1.1 403"));
    }

    private String answer(String head) {
        return answer(head, "");
    }

    private String answer(String head, String body) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(4_000);
            OutputStream out = socket.getOutputStream();
            out.write((head + "Host: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            write(out, body);
            StringBuilder answer = new StringBuilder();
            InputStream in = socket.getInputStream();
            for (int octet = in.read(); octet >= 0 && answer.indexOf("\r\n\r\n") < 0; octet = in.read()) {
                answer.append((char) octet);
            }
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that has refused need not listen to the end. */
    private static void write(OutputStream out, String body) {
        try {
            out.write(body.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (IOException e) {
            assertThat(body).isNotEmpty();
        }
    }
}
