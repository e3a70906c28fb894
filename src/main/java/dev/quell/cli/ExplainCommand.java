package dev.quell.cli;

import dev.quell.call.CallId;
import dev.quell.call.Printable;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.Explainer;
import dev.quell.calllog.LoggedCall;
import dev.quell.storage.OpenLog;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code explain}: why one call was treated as it was. */
@Command(name = "explain", description = "Say why a call was treated as it was.")
final class ExplainCommand implements Callable<Integer> {

    private static final Pattern CASE = Pattern.compile("[0-9]{8}");

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Parameters(
            paramLabel = "CALL|CASE",
            description =
                    "The call's id as the log shows it, such as pbx:1763800000.12, or the caller's case number of 8 digits.")
    private String reference = "";

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "en or zh. Default: ${DEFAULT-VALUE}.")
    private Tongue language = Tongue.EN;

    @Override
    public Integer call() {
        CommandSpec here = Wired.in(spec);
        Commands all = Wired.in(commands);
        boolean isCase = CASE.matcher(reference).matches();
        @Nullable CallId id = isCase ? null : id(here);
        Path directory = all.settings().dataDirectory();
        try (OpenLog log = OpenLog.of(directory)) {
            CallLog calls = log.calls();
            Optional<LoggedCall> call = id == null ? calls.findCase(reference) : calls.find(id);
            if (call.isEmpty()) {
                here.commandLine().getErr().println("quell: " + absent(directory));
                return Commands.FAULT;
            }
            Explainer explainer = new Explainer(log.versions(), all.zone());
            here.commandLine()
                    .getOut()
                    .print(explainer.explain(call.get(), language.of()).text());
            return 0;
        }
    }

    private CallId id(CommandSpec here) {
        try {
            return CallId.parse(reference);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    here.commandLine(),
                    "'" + Printable.of(reference, 130)
                            + "' names no call; give its id, such as pbx:1763800000.12, or a case number of 8 digits",
                    e);
        }
    }

    private String absent(Path directory) {
        return "there is no call " + reference + " in the log at "
                + directory.toAbsolutePath().normalize()
                + "; calls are kept as long as quell.storage.retention.calls says";
    }
}
