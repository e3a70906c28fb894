package dev.quell.cli;

import dev.quell.doctor.Doctor;
import dev.quell.doctor.Examination;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code doctor}: looks at everything that Quell needs, and says what to do. */
@Command(
        name = "doctor",
        description =
                "Look at everything that Quell needs, and say what to do about what is not well. Changes nothing.",
        footerHeading = "%n",
        footer = {
            "Settings, data folder, disk, secrets, clock, database, PostgreSQL, Redis, ports, the running service, and each Asterisk",
            "with its rights, modules, dialplan, queue and prompts. As root it sees most; '-' marks what could not be looked at.",
            "Exit status: 0 all is well, 1 warnings, 2 faults."
        })
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Option(
            names = "--asterisk-root",
            paramLabel = "DIR",
            description =
                    "The folder that this machine's Asterisk is chrooted into, as for dialplan/install.sh --root.")
    private Path root = Path.of("/");

    @Override
    public Integer call() {
        Commands all = Wired.in(commands);
        Examination examination = new Doctor(all.settings().environment(), root, all.clock()).examine();
        PrintWriter out = Wired.in(spec).commandLine().getOut();
        if (json) {
            out.println(examination.json());
        } else {
            out.print(examination.text());
        }
        return examination.status();
    }
}
