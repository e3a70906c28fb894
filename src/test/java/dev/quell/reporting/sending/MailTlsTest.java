package dev.quell.reporting.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.reporting.MailServer;
import dev.quell.reporting.MailServer.Security;
import dev.quell.reporting.sending.Post.Letter;
import dev.quell.reporting.sending.Post.Refusal;
import dev.quell.testing.servers.Certificates;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Reports by a real mail server over TLS: nothing is said to one that cannot show who it is, and what went wrong has a name. */
@Timeout(60)
class MailTlsTest {
    private static final String PASSWORD = "the mail server's password";

    @TempDir
    static Path folder;

    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> signedIn = new CopyOnWriteArrayList<>();
    private SMTPServer server;

    @BeforeAll
    static void certificates() throws Exception {
        for (String host : List.of("localhost", "elsewhere.example")) {
            Certificates.make(Files.createDirectory(folder.resolve(host)), host);
        }
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Files.writeString(folder.resolve("wrong"), "a guess\n");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    private static SSLContext as(String host) {
        String own = folder.resolve(host).toUri().toString();
        return SslBundle.of(new PemSslStoreBundle(
                        PemSslStoreDetails.forCertificate(own + "certificate.pem")
                                .withPrivateKey(own + "key.pem"),
                        null))
                .createSslContext();
    }

    private void begin(Security security, String host) throws IOException {
        SMTPServer.Builder building = new SMTPServer.Builder()
                .port(free())
                .requireAuth()
                .authenticationHandlerFactory(
                        new EasyAuthenticationHandlerFactory((name, password, about) -> login(name, password)))
                .messageHandler((about, from, to, mail) -> mails.add(new String(mail, StandardCharsets.UTF_8)));
        server = (security == Security.TLS
                        ? building.serverSocketFactory(as(host))
                        : building.enableTLS().requireTLS().startTlsSocketFactory(as(host)))
                .build();
        server.start();
    }

    private void login(String name, String password) throws LoginFailedException {
        signedIn.add(name + " " + password);
        if (!password.equals(PASSWORD)) {
            throw new LoginFailedException();
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Optional<Refusal> send(Security security, String password, String certificates) {
        MailServer known = new MailServer(
                "localhost",
                server.getPortAllocated(),
                security,
                "quell",
                folder.resolve(password).toString(),
                certificates,
                "quell@example.org",
                Duration.ofSeconds(5));
        return MailPostTest.post(known).send(new Letter("report-17-a", "lead@example.org", MailPostTest.REPORT));
    }

    private static String authority(String host) {
        return folder.resolve(host).resolve("certificate.pem").toString();
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void aReportGoesToAServerOfTheSitesOwnAuthority(Security security) throws Exception {
        begin(security, "localhost");

        assertThat(send(security, "password", authority("localhost"))).isEmpty();

        assertThat(signedIn).containsExactly("quell " + PASSWORD);
        assertThat(mails).singleElement().asString().contains("report-17-a@example.org", ".pdf");
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void anAuthorityThatNobodyKnowsEndsItBeforeAWordIsSaid(Security security) throws Exception {
        begin(security, "localhost");

        Refusal refusal = send(security, "password", "").orElseThrow();

        assertThat(refusal.why()).contains("unable to find valid certification path");
        assertThat(refusal.lasting()).isFalse();
        assertNothingSaid();
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "TLS"})
    void aCertificateOfAnotherHostEndsItBeforeAWordIsSaid(Security security) throws Exception {
        begin(security, "elsewhere.example");

        Refusal refusal =
                send(security, "password", authority("elsewhere.example")).orElseThrow();

        assertThat(refusal.why())
                .containsAnyOf("No subject alternative DNS name matching localhost", "server identity");
        assertThat(refusal.lasting()).isFalse();
        assertNothingSaid();
    }

    private void assertNothingSaid() {
        assertThat(signedIn).isEmpty();
        assertThat(mails).isEmpty();
    }

    @Test
    void aPasswordThatIsRefusedIsToldAndTriedAgain() throws Exception {
        begin(Security.STARTTLS, "localhost");

        Refusal refusal =
                send(Security.STARTTLS, "wrong", authority("localhost")).orElseThrow();

        assertThat(refusal.why()).contains("535");
        assertThat(refusal.why()).doesNotContain("a guess");
        assertThat(refusal.lasting()).isFalse();
        assertThat(mails).isEmpty();
    }

    @Test
    void aServerThatComesBackTakesWhatItDidNotBefore() throws Exception {
        begin(Security.TLS, "localhost");
        int port = server.getPortAllocated();
        server.stop();

        Refusal refusal = send(Security.TLS, "password", authority("localhost")).orElseThrow();
        assertThat(refusal.why()).contains("Couldn't connect to host", String.valueOf(port));
        assertThat(refusal.lasting()).isFalse();

        begin(Security.TLS, "localhost");
        assertThat(send(Security.TLS, "password", authority("localhost"))).isEmpty();
        assertThat(mails).hasSize(1);
    }

    @Test
    void authoritiesThatCannotBeReadAreToldByTheirSetting() throws Exception {
        begin(Security.TLS, "localhost");

        Refusal refusal = send(Security.TLS, "password", "/nowhere/ca.pem").orElseThrow();

        assertThat(refusal.why()).contains("quell.reports.mail.certificates cannot be read", "/nowhere/ca.pem");
        assertNothingSaid();
    }
}
