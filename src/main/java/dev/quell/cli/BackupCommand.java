package dev.quell.cli;

import dev.quell.storage.DataBackup;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code backup}: the records, the journal and the tokens in one file. */
@Command(
        name = "backup",
        description = "Copy the records, the journal and the tokens into one file, also while the service runs.",
        footerHeading = "%n",
        footer =
                "Settings are not in it: copy /etc/quell too. The file holds callers' numbers and secrets; it is made for its owner alone.")
final class BackupCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Parameters(
            paramLabel = "FILE",
            description = "The copy, for example quell-2026-11-30.zip; it must not be there yet.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Commands all = Wired.in(commands);
        DataBackup.Copy copy = DataBackup.write(
                all.settings().dataDirectory(), file, all.clock().instant());
        Wired.in(spec)
                .commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: %d files, database version %d. To look whether it is whole: quell restore --check %s%n",
                        file,
                        copy.files(),
                        copy.database(),
                        file);
        return 0;
    }
}
