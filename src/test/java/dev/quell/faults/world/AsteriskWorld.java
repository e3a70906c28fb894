package dev.quell.faults.world;

import static org.awaitility.Awaitility.await;

import dev.quell.e2e.server.AsteriskUnderTest;
import dev.quell.e2e.server.Dialplan;
import dev.quell.e2e.server.Shell;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.core.ConditionTimeoutException;

/** A service and a real Asterisk that asks it. */
public final class AsteriskWorld {

    private static final AtomicInteger WORLDS = new AtomicInteger();
    private static final Duration PATIENCE = AsteriskUnderTest.PATIENCE;
    private static final Duration TOLD = Duration.ofSeconds(120);

    private final Path folder;
    private final Service service;
    private final AsteriskUnderTest asterisk;
    private double connects;
    private long ended;

    private AsteriskWorld(Path folder, Service service, AsteriskUnderTest asterisk) {
        this.folder = folder;
        this.service = service;
        this.asterisk = asterisk;
    }

    /** Starts both and waits until all is well. */
    public static AsteriskWorld start() {
        Path folder =
                AppImage.base().resolve("asterisk-" + ProcessHandle.current().pid() + "-" + WORLDS.incrementAndGet());
        Service service =
                Service.prepare(folder.resolve("quell"), AppImage.get().command(), List.of());
        Path data = service.data();
        AsteriskUnderTest asterisk = AsteriskUnderTest.start(
                2,
                new Dialplan(
                        "pbx",
                        List.of(new Dialplan.Service(service.agiPort(), service.httpPort())),
                        data.resolve("asterisk-token"),
                        data.resolve("ami-password")));
        service.configure(asterisk.amiPort());
        AsteriskWorld world = new AsteriskWorld(folder, service, asterisk);
        service.launch();
        world.awaitNormal();
        return world;
    }

    /** The Asterisk. */
    public AsteriskUnderTest asterisk() {
        return asterisk;
    }

    /** Its folder. */
    public Path folder() {
        return folder;
    }

    /** What the service has written down. */
    public Record record() {
        return Record.ofSqlite(service.data());
    }

    /** Waits until the service is well and hears its Asterisk over a connection that it did not have before; how long that took. */
    public Duration awaitNormal() {
        long began = System.nanoTime();
        await("the service is well and hears Asterisk")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> service.api().metric("quell_ami_connects_total").orElse(0.0) > connects
                        && service.api().metric("quell_ami_whole").orElse(0.0) == 1
                        && service.api().health().equals("UP"));
        connects = service.api().metric("quell_ami_connects_total").orElse(0.0);
        ended = record().endedCalls();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Waits until so many more calls have ended in the service's record; a sentence if they do not. */
    public List<String> awaitEnds(int calls) {
        try {
            await().atMost(TOLD).pollInterval(Duration.ofMillis(500)).until(() -> {
                boolean told = record().endedCalls() >= ended + calls;
                if (!told && asterisk.keeps()) {
                    // An end that the service did not take within two seconds is told again with the next one.
                    asterisk.oneMoreCall();
                }
                return told;
            });
            return List.of();
        } catch (ConditionTimeoutException e) {
            return List.of(
                    "of " + calls + " calls after the restart only " + (record().endedCalls() - ended) + " have ended");
        }
    }

    /** Waits until all these cases are written down; those that are not. */
    public Set<String> awaitWritten(Set<String> cases) {
        Set<String> missing = new TreeSet<>(cases);
        long end = System.nanoTime() + TOLD.toNanos();
        missing.removeAll(record().cases());
        while (!missing.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            missing.removeAll(record().cases());
        }
        return missing;
    }

    /** Ends both; the folder stays if something is to be looked at. */
    public void close(boolean keep) {
        service.close();
        asterisk.close();
        if (!keep) {
            Shell.run("rm", "-rf", folder.toString());
        }
    }
}
