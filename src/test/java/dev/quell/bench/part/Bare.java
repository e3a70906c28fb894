package dev.quell.bench.part;

import dev.quell.bench.page.Plan;
import dev.quell.bench.server.BareResponder;
import dev.quell.bench.server.ServerProcess;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The bare responder under a steady load: what of Quell's times is the machine's own. */
final class Bare {

    private Bare() {}

    /** Without the disk, and with one write and one fdatasync a call; in this order. */
    static List<OpenLoop> measure(Plan plan, Population population, int perSecond) throws IOException {
        return List.of(
                run(plan, "bare responder", List.of(), population, perSecond),
                run(
                        plan,
                        "bare responder, fdatasync a call",
                        List.of(Files.createTempDirectory(plan.directory(), "bare")
                                .resolve("disk")
                                .toString()),
                        population,
                        perSecond));
    }

    private static OpenLoop run(Plan plan, String name, List<String> disk, Population population, int perSecond)
            throws IOException {
        int port = ServerProcess.freePort();
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(port)));
        arguments.addAll(disk);
        var log = Files.createTempFile(plan.directory(), "bare", ".log");
        try (ServerProcess bare = ServerProcess.start(Jvm.SHIPPED, BareResponder.class.getName(), arguments, log);
                FakeAsterisk asterisk =
                        new FakeAsterisk(ServerProcess.loopback(port), ServerProcess.loopback(port), "pbx", "none")) {
            bare.awaitPort(port);
            OpenLoop.Asked asked = new OpenLoop.Asked(name, bare, asterisk, (call, answer) -> true);
            OpenLoop.run(asked, population, perSecond, plan.time(Duration.ofSeconds(5), Duration.ofSeconds(20)));
            return OpenLoop.run(asked, population, perSecond, plan.time(Duration.ofSeconds(10), Duration.ofMinutes(1)));
        }
    }
}
