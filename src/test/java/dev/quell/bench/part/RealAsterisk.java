package dev.quell.bench.part;

import dev.quell.bench.page.Part;
import dev.quell.bench.page.Plan;
import dev.quell.bench.page.Text;
import dev.quell.bench.server.Cores;
import dev.quell.e2e.DialplanBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What screening costs a real Asterisk: the time of a call's step and the processor time of a call, with and without Quell. */
public final class RealAsterisk implements Part {

    private static final Path JAR = Path.of(System.getProperty("quell.jar", "target/quell.jar"));

    @Override
    public String key() {
        return "asterisk";
    }

    @Override
    public String heading() {
        return "A real Asterisk";
    }

    @Override
    public List<String> measure(Plan plan) throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            throw new IOException("there is no " + JAR + "; it takes mvn -Pbench package -Dbench=page");
        }
        List<String> lines = new ArrayList<>(List.of(
                "Calls over SIP into an Asterisk whose dialplan is the shipped one. The step is from the call's begin to the verdict, in Asterisk's own log; all"
                        + " processes share all cores. The bare responder gives every call the same answer without thinking and without a disk. For the ratio two"
                        + " Asterisks get the same calls at the same time, one screens, the other knows nothing of Quell; how many calls a second an Asterisk can do"
                        + " is as the processor time of a call, so the ratio of the times is the ratio of the calls.",
                ""));
        Cores.all().take();
        try {
            lines.addAll(DialplanBench.measure(plan.size(1, 3), plan.size(3, 5), plan.quick()));
        } finally {
            Cores.load().take();
        }
        Text.progress("  %s", String.join("\n  ", lines.subList(2, lines.size())));
        return lines;
    }
}
