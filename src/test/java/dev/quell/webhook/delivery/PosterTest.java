package dev.quell.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PosterTest {

    private final Poster poster =
            new Poster(InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault());

    @AfterEach
    void close() {
        poster.close();
    }

    private static Post post(URI to, boolean allowPrivate) {
        return post(to, allowPrivate, Patience.LONG);
    }

    private static Post post(URI to, boolean allowPrivate, Duration patience) {
        return new Post(to, Map.of("webhook-id", "msg_1"), "{\"a\":\"电话\"}", allowPrivate, patience);
    }

    @Test
    void aRequestIsMadeAsItShouldBe() throws IOException {
        try (Receiver receiver = Receiver.answering(204)) {
            Delivered answer = poster.send(post(receiver.uri(), true));

            assertThat(answer).isEqualTo(new Delivered(204, "", Optional.empty()));
            assertThat(receiver.requests().getFirst())
                    .startsWith("POST /hook?a=b HTTP/1.1\r\nHost: 127.0.0.1:" + receiver.port() + "\r\n")
                    .contains(
                            "\r\nwebhook-id: msg_1\r\n",
                            "\r\nContent-Type: application/json\r\n",
                            "\r\nContent-Length: 14\r\n")
                    .endsWith("\r\n\r\n{\"a\":\"电话\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"199, false", "200, true", "299, true", "300, false", "404, false", "500, false"})
    void aStatusOf200To299MeansTaken(int status, boolean taken) throws IOException {
        try (Receiver receiver = Receiver.answering(status)) {
            assertThat(poster.send(post(receiver.uri(), true)).taken()).isEqualTo(taken);
        }
    }

    @ParameterizedTest
    @CsvSource({"301, false", "404, false", "422, false", "429, true", "499, false", "500, true", "503, true"})
    void someAnswersMeanThatTheTargetIsNotWell(int status, boolean fails) throws IOException {
        try (Receiver receiver = Receiver.answering(status)) {
            assertThat(poster.send(post(receiver.uri(), true)).targetFails()).isEqualTo(fails);
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (Receiver other = Receiver.answering(200);
                Receiver receiver = new Receiver(() -> "HTTP/1.1 302 Found\r\nLocation: " + other.uri() + "\r\n\r\n")) {
            Delivered answer = poster.send(post(receiver.uri(), true));

            assertThat(answer.trouble()).contains("302", "redirects are not followed");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void retryAfterIsHeard() throws IOException {
        try (Receiver receiver = new Receiver(() -> "HTTP/1.1 503 x\r\nRETRY-AFTER: 120\r\n\r\n")) {
            assertThat(poster.send(post(receiver.uri(), true)).retryAfter()).contains(Duration.ofMinutes(2));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://2130706433:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/"
            })
    void anAddressOfThisMachineIsNotAskedUnlessAllowed(String url) throws IOException {
        try (Receiver receiver = Receiver.answering(200)) {
            Delivered answer = poster.send(post(URI.create(String.format(Locale.ROOT, url, receiver.port())), false));

            assertThat(answer.taken()).isFalse();
            assertThat(answer.trouble()).contains("its address is not a public one");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void aNameIsResolvedOnceAndOneAddressThatIsNotPublicIsEnoughToRefuse() {
        AtomicInteger asked = new AtomicInteger();
        try (Poster rebound = new Poster(
                host -> {
                    asked.incrementAndGet();
                    return new InetAddress[] {InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.0.0.1")};
                },
                (SSLSocketFactory) SSLSocketFactory.getDefault())) {
            assertThat(rebound.send(post(URI.create("http://hooks.example/"), false))
                            .trouble())
                    .contains("its address is not a public one");
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void theNextAddressIsAskedWhereOneCannotBeReached() throws IOException {
        try (Receiver receiver = Receiver.answering(200);
                Poster two = new Poster(
                        host -> new InetAddress[] {
                            InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("127.0.0.1")
                        },
                        (SSLSocketFactory) SSLSocketFactory.getDefault())) {
            assertThat(two.send(post(receiver.uri(), true)).taken()).isTrue();
        }
    }

    @Test
    void anAddressThatWasReachedAndFailedIsTheOnlyOneAsked() throws IOException {
        try (Receiver receiver = new Receiver(() -> "");
                Poster two = new Poster(
                        host -> new InetAddress[] {
                            InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("127.0.0.1")
                        },
                        (SSLSocketFactory) SSLSocketFactory.getDefault())) {
            assertThat(two.send(post(receiver.uri(), true)).taken()).isFalse();
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void aNameThatIsNotResolvedInTimeIsNotWaitedFor() {
        try (Poster slow = new Poster(
                host -> {
                    LockSupport.parkNanos(Duration.ofSeconds(30).toNanos());
                    return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
                },
                (SSLSocketFactory) SSLSocketFactory.getDefault())) {
            assertThat(slow.send(post(URI.create("http://hooks.example/"), true, Duration.ofSeconds(1)))
                            .trouble())
                    .isEqualTo("its name has no address");
        }
    }

    @Test
    void aNameWithoutAnAddressIsSaidToBeOne() {
        try (Poster lost = new Poster(
                host -> {
                    throw new UnknownHostException(host);
                },
                (SSLSocketFactory) SSLSocketFactory.getDefault())) {
            assertThat(lost.send(post(URI.create("https://hooks.example/"), false))
                            .trouble())
                    .isEqualTo("its name has no address");
        }
    }

    @Test
    void aTargetThatSaysNothingIsLeftAfterThePatience() throws IOException {
        try (Receiver receiver = new Receiver(() -> Receiver.SILENCE)) {
            Delivered answer = poster.send(post(receiver.uri(), true, Duration.ofSeconds(1)));

            assertThat(answer.status()).isZero();
            assertThat(answer.trouble()).startsWith("no answer: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-x\r\n\r\n", "HTTP/1.1 2000 x\r\n\r\n", "HTTP/9 200\r\n\r\n"})
    void whatIsNoHttpIsNoAnswer(String said) throws IOException {
        try (Receiver receiver = new Receiver(() -> said)) {
            assertThat(poster.send(post(receiver.uri(), true)).trouble()).isEqualTo("what it answered is no HTTP");
        }
    }

    @Test
    void anEndlessHeadIsCutOff() throws IOException {
        try (Receiver receiver = new Receiver(() -> "HTTP/1.1 200 x\r\n" + "a: b\r\n".repeat(100_000))) {
            assertThat(poster.send(post(receiver.uri(), true)).status()).isEqualTo(200);
        }
    }

    @Test
    void nobodyListensThere() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThat(poster.send(post(URI.create("http://127.0.0.1:" + port + "/"), true))
                        .trouble())
                .startsWith("no answer: ConnectException");
    }

    @Test
    void theCertificateIsCheckedAgainstTheNameAndNotTheAddress(@TempDir Path folder) throws Exception {
        KeyStore keys = keys(folder);
        SSLContext serving = context(keys);
        ServerSocket server =
                serving.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (Receiver receiver = new Receiver(server, () -> "HTTP/1.1 200 x\r\n\r\n");
                Poster trusting = new Poster(
                        host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, serving.getSocketFactory())) {
            assertThat(trusting.send(post(URI.create("https://hooks.example:" + receiver.port() + "/"), true)))
                    .isEqualTo(new Delivered(200, "", Optional.empty()));
            assertThat(trusting.send(post(URI.create("https://other.example:" + receiver.port() + "/"), true))
                            .trouble())
                    .startsWith("no answer: SSLHandshakeException");
            assertThat(poster.send(post(URI.create("https://127.0.0.1:" + receiver.port() + "/"), true))
                            .trouble())
                    .startsWith("no answer: SSLHandshakeException");
        }
    }

    private static KeyStore keys(Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "x",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.example",
                        "-ext",
                        "san=dns:hooks.example",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "password",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "password".toCharArray());
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "password".toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
