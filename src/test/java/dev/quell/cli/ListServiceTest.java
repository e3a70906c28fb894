package dev.quell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A list given to a service that says nothing, or nothing of use, about how far it is. */
class ListServiceTest {

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch askedHowFar = new CountDownLatch(2);
    private HttpServer service;

    @BeforeEach
    void open() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        service.setExecutor(threads);
        service.createContext("/api/v1/lists/import", this::serve);
        service.start();
    }

    @AfterEach
    void close() {
        service.stop(0);
        threads.close();
    }

    /** First breaks off, then says what is no JSON; the list is taken after both. */
    private void serve(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            boolean first = askedHowFar.getCount() == 2;
            if (!first) {
                answer(exchange, "<busy>");
            }
            exchange.close();
            askedHowFar.countDown();
            return;
        }
        try {
            askedHowFar.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, "{\"added\":1}");
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void progressThatCannotBeToldFailsNothing() throws IOException {
        Path token = Files.writeString(folder.resolve("api-token"), "a-token-for-tests-0123456789\n");
        Path list = Files.writeString(folder.resolve("list.csv"), "pattern\n+8613800138000\n");
        ListService lists = new ListService(
                URI.create("http://127.0.0.1:" + service.getAddress().getPort()), token, DataSize.ofMegabytes(1));
        List<ListService.Step> told = new ArrayList<>();

        assertThat(lists.take(list, Map.of(), told::add).path("added").asInt()).isEqualTo(1);

        assertThat(told).isEmpty();
    }
}
