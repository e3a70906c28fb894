package dev.quell.cli;

import dev.quell.config.ConfigCheck;
import dev.quell.config.SettingsFault;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code check-config}: every fault of the settings at once. */
@Command(name = "check-config", description = "Check the settings without starting anything.")
final class CheckConfigCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Files to lay over the shipped defaults, a later one wins. Without any: the settings that the service would start with here.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        PrintWriter out = Wired.in(spec).commandLine().getOut();
        ConfigCheck check = ConfigCheck.ofQuell();
        List<SettingsFault> faults =
                files.isEmpty() ? check.check(Wired.in(commands).settings().environment()) : check.checkFiles(files);
        if (faults.isEmpty()) {
            out.println("The settings are in order.");
            return 0;
        }
        out.println(
                faults.size() == 1 ? "The settings have a fault:" : "The settings have " + faults.size() + " faults:");
        faults.forEach(fault -> out.println("  - " + fault));
        return Commands.FAULT;
    }
}
