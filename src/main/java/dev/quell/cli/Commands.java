package dev.quell.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's commands. Exit status: 0 done, 1 not done, with a sentence on standard error that says why, 2 called wrongly; {@code verify} has one more. */
@Command(
        name = "quell",
        description = "Keeps silent and nuisance calls from the agents of call centres that run Asterisk.",
        synopsisHeading = "",
        customSynopsis = "Usage: java -jar quell.jar [COMMAND] [--setting.key=value ...]%n",
        descriptionHeading = "%n",
        commandListHeading = "%nCommands (without one: serve):%n",
        footer = {
            "",
            "Settings are read as the service reads them: the shipped application.yml, then config/application.yml,",
            "then the environment, then --setting.key=value, for example --quell.data-directory=/var/lib/quell.",
            "Help for one command: quell help report"
        },
        subcommands = {
            ServeCommand.class,
            ReportCommand.class,
            ExplainCommand.class,
            CatalogueCommand.class,
            SimulateCommand.class,
            BacktestCommand.class,
            CalibrateCommand.class,
            CheckConfigCommand.class,
            DoctorCommand.class,
            EvidenceCommand.class,
            HoldCommand.class,
            VerifyCommand.class,
            ChainCommand.class,
            ImportCommand.class,
            PeopleCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            VersionCommand.class,
            HelpCommand.class
        })
public final class Commands implements Runnable {

    /** The exit status of a command that could not do its work. */
    static final int FAULT = CommandLine.ExitCode.SOFTWARE;

    private static final int WIDTH = 110;

    private final Invocation invocation;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    private Commands(Invocation invocation, Clock clock) {
        this.invocation = invocation;
        this.clock = clock;
    }

    /** Runs a command other than {@code serve}; gives the exit status. */
    public static int run(Invocation invocation, PrintWriter out, PrintWriter err, Clock clock) {
        CommandLine line = new CommandLine(new Commands(invocation, clock))
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("quell: " + Faults.sentence(failure));
                    return FAULT;
                })
                .setParameterExceptionHandler(Commands::wrongly);
        int status = line.execute(invocation.words().toArray(String[]::new));
        out.flush();
        err.flush();
        return status;
    }

    private static int wrongly(ParameterException fault, String... args) {
        CommandLine command = fault.getCommandLine();
        command.getErr().println("quell: " + fault.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(fault, command.getErr());
        String help = command.getParent() == null ? "quell help" : "quell help " + command.getCommandName();
        command.getErr().println("Try: " + help);
        return CommandLine.ExitCode.USAGE;
    }

    /** Options without a command that are no help. */
    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** The settings, as the service would have them. */
    SiteSettings settings() {
        return SiteSettings.read(invocation.settings());
    }

    Clock clock() {
        return clock;
    }

    /** The zone in which times are read and shown: this machine's. */
    ZoneId zone() {
        return clock.getZone();
    }
}
