package dev.quell.bench.part;

import dev.quell.bench.page.Plan;
import dev.quell.bench.server.BareResponder;
import dev.quell.bench.server.Meters;
import dev.quell.bench.server.QuellServer;
import dev.quell.bench.server.ServerProcess;
import dev.quell.bench.server.StockServer;
import dev.quell.load.FakeAsterisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The three servers whose throughput is compared, all up at once and asked in turn. */
final class Contenders implements AutoCloseable {

    /**
     * One of them.
     *
     * @param name how the page calls it
     */
    record Contender(String name, ServerProcess process, FakeAsterisk asterisk) {}

    /** The journal's room on the disk. */
    static final String JOURNAL = "4GB";

    private final ServerProcess bare;
    private final ServerProcess stock;
    private final QuellServer quell;
    private final List<Contender> all;

    private Contenders(ServerProcess bare, int barePort, ServerProcess stock, int stockPort, QuellServer quell) {
        this.bare = bare;
        this.stock = stock;
        this.quell = quell;
        this.all = List.of(
                new Contender("bare responder", bare, asking(barePort)),
                new Contender("asterisk-java, empty script", stock, asking(stockPort)),
                new Contender("Quell, durable", quell.process(), quell.asterisk()));
    }

    static Contenders start(Plan plan) throws IOException {
        Path directory = Files.createTempDirectory(plan.directory(), "verdicts");
        int barePort = ServerProcess.freePort();
        ServerProcess bare = baseline(BareResponder.class, barePort, directory.resolve("bare.log"));
        int stockPort = ServerProcess.freePort();
        ServerProcess stock = baseline(StockServer.class, stockPort, directory.resolve("stock.log"));
        QuellServer quell =
                QuellServer.start(Jvm.ROOMY, directory.resolve("quell"), List.of("quell.storage.journal=" + JOURNAL));
        bare.awaitPort(barePort);
        stock.awaitPort(stockPort);
        return new Contenders(bare, barePort, stock, stockPort, quell);
    }

    private static ServerProcess baseline(Class<?> main, int port, Path log) {
        return ServerProcess.start(Jvm.ROOMY, main.getName(), List.of(Integer.toString(port)), log);
    }

    private static FakeAsterisk asking(int port) {
        return new FakeAsterisk(ServerProcess.loopback(port), ServerProcess.loopback(port), "pbx", "none");
    }

    /** The bare one first: the others are told as multiples of it. */
    List<Contender> all() {
        return all;
    }

    /** The one that thinks. */
    Contender quell() {
        return all.getLast();
    }

    /** What the one that thinks has put off. */
    Backlog backlog() {
        return new Backlog(new Meters(quell.http()));
    }

    @Override
    public void close() {
        all.forEach(contender -> contender.asterisk().close());
        quell.close();
        stock.close();
        bare.close();
    }
}
