package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Passwords;
import dev.quell.security.people.Role;
import dev.quell.security.people.Staff;
import dev.quell.security.people.Staff.Change;
import dev.quell.security.people.TooBusyException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How the streams of open pages end: with their session, or when the page goes away; neither is a fault. */
@ExtendWith(OutputCaptureExtension.class)
class StreamEndTests extends RunningService {

    private static final String PASSWORD = "four words that fit";
    private static int made;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Staff staff;

    private Browser browser;
    private String name;

    @BeforeEach
    void signIn() throws TooBusyException {
        name = "live" + ++made;
        Instant now = clock.instant();
        accounts.add(new Account(
                name,
                name,
                Set.of(Role.ADMIN),
                Optional.of("PJSIP/1001"),
                passwords.hash(PASSWORD),
                now,
                false,
                now,
                now));
        browser = new Browser(port);
        browser.signIn(name, PASSWORD);
    }

    private Socket stream() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(("GET /now/stream HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nCookie: quell-session="
                                + browser.cookies.get("quell-session") + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int octet = in.read(); octet >= 0 && head.indexOf("retry: 3000") < 0; octet = in.read()) {
            head.append((char) octet);
        }
        assertThat(head).startsWith("HTTP/1.1 200");
        return socket;
    }

    private double open() {
        return meters.get("quell.console.streams").gauge().value();
    }

    private void signOut() {
        browser.post("/logout", browser.get("/account").body(), Map.of());
    }

    @Test
    void aStreamThatEndsWithItsSessionLeavesNothingInTheLog(CapturedOutput log) throws IOException {
        try (Socket page = stream()) {
            signOut();
            while (page.getInputStream().read() > 0) {
                assertThat(page.isConnected()).isTrue();
            }
        }
        await().until(() -> open() == 0);
        assertThat(log.getAll()).doesNotContain("ERROR", "Exception");
    }

    @Test
    void aStreamEndsAtOnceWhenItsPersonHasAnotherRoleOrInterface() throws Exception {
        for (Change change : List.of(agent("PJSIP/1002"), roles(Role.AUDITOR), Change.disabled(true))) {
            try (Socket page = stream()) {
                staff.change(name, change);
                while (page.getInputStream().read() > 0) {
                    assertThat(page.isConnected()).isTrue();
                }
            }
            await().until(() -> open() == 0);
        }
        assertThat(browser.get("/now").statusCode()).isEqualTo(302);
    }

    private static Change agent(String agent) {
        return new Change(Optional.empty(), Optional.empty(), Optional.of(agent), Optional.empty(), Optional.empty());
    }

    private static Change roles(Role role) {
        return new Change(
                Optional.empty(), Optional.of(Set.of(role)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void aPageThatWentAwayBeforeItsSessionEndedLeavesNothingInTheLog(CapturedOutput log) throws IOException {
        try (Socket page = stream()) {
            page.setSoLinger(true, 0);
        }
        signOut();
        await().until(() -> open() == 0);
        assertThat(log.getAll()).doesNotContain("ERROR", "Exception");
    }

    @Test
    void aPageThatWentAwayIsNoticedAtTheNextEvent(CapturedOutput log) throws IOException {
        try (Socket page = stream()) {
            page.setSoLinger(true, 0);
        }
        await().until(() -> open() == 0);
        signOut();
        assertThat(log.getAll()).doesNotContain("ERROR", "Exception");
    }
}
