package dev.quell.faults.fault;

import dev.quell.faults.world.Record.CallRow;
import dev.quell.faults.world.Service;
import dev.quell.faults.world.World;
import dev.quell.load.Answer;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.PlacedCall;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Another program holds the lock of the service's database, and calls flood in until the journal, which takes all verdicts meanwhile, has no room left: from then
 * on calls are answered as unscreened. Every verdict that was given out before must be written down when the lock is gone.
 */
public final class JournalFull implements Fault {

    private static final int CALLERS = 32;
    private static final int CASE = 4;
    /** So many calls in a row without a verdict, and the journal is full. */
    private static final int ENOUGH = 50;
    /** More calls than the journal can hold. */
    private static final int MOST = 40_000;

    private final Map<String, String> cases = new ConcurrentHashMap<>();
    private final AtomicInteger unscreened = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();
    private String prefix = "f.";
    private Lock lock = new Lock("");

    @Override
    public void begin(World world, Random random) {
        prefix = "f" + random.nextInt(1_000_000) + ".";
        lock = new Lock("jdbc:sqlite:" + world.service().data().resolve("quell.db"));
        lock.take();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Service service = world.service();
        try (FakeAsterisk pbx = new FakeAsterisk(
                        new InetSocketAddress(loopback, service.agiPort()),
                        new InetSocketAddress(loopback, service.httpPort()),
                        "pbx",
                        Service.TOKEN);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> flood(pbx));
            }
        }
    }

    private void flood(FakeAsterisk pbx) {
        while (unscreened.get() < ENOUGH && ids.get() < MOST) {
            int id = ids.incrementAndGet();
            PlacedCall call = PlacedCall.of(prefix + id, String.format(Locale.ROOT, "139%08d", id));
            if (pbx.screen(call) instanceof Answer.Verdict verdict) {
                cases.put(call.id(), verdict.fields().get(CASE));
                unscreened.set(0);
            } else {
                unscreened.incrementAndGet();
            }
        }
    }

    @Override
    public Duration lasts(Random random) {
        return Duration.ofMillis(200 + random.nextInt(600));
    }

    @Override
    public void end(World world) {
        lock.giveBack();
    }

    @Override
    public List<String> audit(World world) {
        if (unscreened.get() < ENOUGH) {
            return List.of("the journal was not full after " + cases.size() + " verdicts");
        }
        Map<String, String> written = world.record().calls(prefix).stream()
                .collect(Collectors.toMap(row -> row.id().substring("pbx:".length()), CallRow::caseNumber));
        long lost = cases.entrySet().stream()
                .filter(given -> !given.getValue().equals(written.get(given.getKey())))
                .count();
        return lost == 0 ? List.of() : List.of(lost + " of " + cases.size() + " verdicts of the flood are lost");
    }

    /** The lock of a database, which one writer can have. */
    private static final class Lock {
        private final String url;
        private java.util.Optional<Connection> holder = java.util.Optional.empty();

        Lock(String url) {
            this.url = url;
        }

        void take() {
            try {
                Connection connection = DriverManager.getConnection(url);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("pragma busy_timeout = 10000");
                    statement.execute("begin immediate");
                }
                holder = java.util.Optional.of(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("the database's lock could not be had", e);
            }
        }

        void giveBack() {
            try {
                if (holder.isPresent()) {
                    holder.get().close();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the database's lock could not be given back", e);
            }
        }
    }
}
