package dev.quell.faults.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private ServerSocket server;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::echo);
        proxy = TcpProxy.to(server.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void clearCarriesBothWaysAndTheEnd() throws IOException {
        try (Socket socket = connect()) {
            assertThat(say(socket, "hello")).isEqualTo("hello");
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void refuseShutsThePortAndClearOpensIt() throws IOException {
        proxy.weather(new Weather.Refuse());
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        proxy.clear();
        try (Socket socket = connect()) {
            assertThat(say(socket, "again")).isEqualTo("again");
        }
    }

    @Test
    void resetEndsOpenConnections() throws IOException {
        try (Socket socket = connect()) {
            assertThat(say(socket, "hello")).isEqualTo("hello");
            proxy.weather(new Weather.Reset());
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            assertThat(proxy.connections()).isZero();
        }
    }

    @Test
    void aBlackHoleTakesAndNeverAnswers() throws IOException {
        proxy.weather(new Weather.BlackHole());
        try (Socket socket = connect()) {
            socket.setSoTimeout(150);
            assertThatThrownBy(() -> say(socket, "lost")).isInstanceOf(SocketTimeoutException.class);
            proxy.clear();
            assertThat(say(socket, "kept")).isEqualTo("kept");
        }
    }

    @Test
    void whatWasSentInAFreezeComesWhenItIsOver() throws IOException {
        try (Socket socket = connect()) {
            proxy.weather(new Weather.Freeze());
            socket.setSoTimeout(150);
            assertThatThrownBy(() -> say(socket, "waits")).isInstanceOf(SocketTimeoutException.class);
            proxy.clear();
            socket.setSoTimeout(5000);
            assertThat(new String(socket.getInputStream().readNBytes(5), US_ASCII))
                    .isEqualTo("waits");
        }
    }

    @Test
    void delayHoldsEachWay() throws IOException {
        proxy.weather(new Weather.Delay(Duration.ofMillis(60)));
        try (Socket socket = connect()) {
            long began = System.nanoTime();
            assertThat(say(socket, "late")).isEqualTo("late");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        }
    }

    @Test
    void throttleCountsBytes() throws IOException {
        proxy.weather(new Weather.Throttle(100));
        try (Socket socket = connect()) {
            long began = System.nanoTime();
            assertThat(say(socket, "0123456789")).isEqualTo("0123456789");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void cutsAfterSoManyBytesOfTheAnswer() throws IOException {
        proxy.weather(new Weather.CutAfter(3));
        try (Socket socket = connect()) {
            socket.getOutputStream().write("hello".getBytes(US_ASCII));
            assertThatThrownBy(() ->
                            assertThat(socket.getInputStream().readNBytes(5)).hasSize(5))
                    .isInstanceOfAny(SocketException.class, AssertionError.class);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(5000);
        return socket;
    }

    private static String say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        return new String(socket.getInputStream().readNBytes(text.length()), US_ASCII);
    }

    private void echo() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> echo(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // The proxy broke it, as the test wanted.
            return;
        }
    }
}
