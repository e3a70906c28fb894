package dev.quell.bench.log;

import dev.quell.bench.server.QuellServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a browser waits for the console's pages, whole, from a service of its own over a long log. */
final class PageTimes {

    private static final List<String> JVM = List.of("-Xmx512m", "-Duser.timezone=" + MadeUpLog.ZONE);

    private static final int WARM = 3;

    private PageTimes() {}

    /**
     * One page's milliseconds.
     *
     * @param first the first time it was asked for
     * @param median of the rounds after that
     * @param high at their 95th percentile
     */
    record Waits(double first, double median, double high) {}

    /** @param data an embedded database's directory, which the service takes up as its own */
    static Map<String, Waits> measure(Path data, Instant end, int rounds) throws IOException, InterruptedException {
        Map<String, Waits> waits = new LinkedHashMap<>();
        try (QuellServer service = QuellServer.start(JVM, data, List.of())) {
            ConsoleSession session = ConsoleSession.begin(service.http(), data);
            warm(session);
            for (Map.Entry<String, String> page : new PageAddresses(end).all().entrySet()) {
                waits.put(page.getKey(), waits(session, page.getValue(), rounds));
                System.out.println(page.getKey() + " | " + waits.get(page.getKey()));
            }
        }
        return waits;
    }

    /** So that the virtual machine's first steps are not counted to the first page. */
    private static void warm(ConsoleSession session) throws IOException, InterruptedException {
        for (int i = 0; i < WARM; i++) {
            session.get("/calls");
            session.get("/sources");
        }
    }

    private static Waits waits(ConsoleSession session, String address, int rounds)
            throws IOException, InterruptedException {
        double first = millis(session, address);
        double[] later = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            later[round] = millis(session, address);
        }
        Arrays.sort(later);
        return new Waits(first, later[rounds / 2], later[(rounds * 95 + 99) / 100 - 1]);
    }

    private static double millis(ConsoleSession session, String address) throws IOException, InterruptedException {
        long began = System.nanoTime();
        session.get(address);
        return (System.nanoTime() - began) / 1e6;
    }
}
