package dev.quell.cli;

import dev.quell.storage.DataBackup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code restore}: takes back what {@code backup} made. */
@Command(
        name = "restore",
        description =
                "Take a copy back that `quell backup` made. The service must be stopped; what is there is put aside.")
final class RestoreCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Option(names = "--check", description = "Only look whether the copy is whole; nothing is changed.")
    private boolean check;

    @Parameters(paramLabel = "FILE", description = "The copy.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Commands all = Wired.in(commands);
        PrintWriter out = Wired.in(spec).commandLine().getOut();
        if (check) {
            DataBackup.Copy copy = DataBackup.look(file, Path.of(System.getProperty("java.io.tmpdir")));
            out.printf(
                    Locale.ROOT,
                    "%s is whole: %d files, database version %d, made %s%n",
                    file,
                    copy.files(),
                    copy.database(),
                    copy.made());
            return 0;
        }
        Path data = all.settings().dataDirectory();
        Optional<Path> aside = DataBackup.restore(
                file, data, all.settings().evidenceKey(), all.clock().instant());
        out.printf(
                "%s is in %s again. Start the service.%n",
                file, data.toAbsolutePath().normalize());
        aside.ifPresent(former -> out.printf("What was there is in %s; remove it when all is well.%n", former));
        return 0;
    }
}
