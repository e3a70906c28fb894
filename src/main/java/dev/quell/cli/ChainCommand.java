package dev.quell.cli;

import dev.quell.evidence.ChainFindings;
import dev.quell.storage.ChainRepair;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code chain}: what to do when the service does not sign the chain over the call log any more, and how its key is changed. */
@Command(
        name = "chain",
        sortOptions = false,
        description =
                "Let the service sign the chain over the call log again, or change the key that signs. The service must be stopped; who runs this must be able to write the key's file.",
        footerHeading = "%n",
        footer = {
            "look    says what is wrong with it and what to choose; changes nothing. Exit status 1 if something is.",
            "accept  the chain goes on from where the database ends now, although it was told to end elsewhere: after an older copy",
            "        of the database was put in place (a downgrade). It looks first, and refuses if rows were changed or are missing;",
            "        with --changed that is accepted too.",
            "begin   another chain begins; what the former one proved is proved no more. Legal holds are noted anew in it.",
            "        With millions of calls it takes minutes. It may be broken off: run it again, and it goes on.",
            "key     another key is made, for which the present one vouches; that one is kept beside it.",
            "",
            "Look into it first, and keep a copy of the database: quell verify. It is noted in the chain for good."
        })
final class ChainCommand implements Callable<Integer> {

    /** What it does. */
    enum Deed {
        LOOK,
        ACCEPT,
        BEGIN,
        KEY
    }

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Parameters(paramLabel = "DEED", description = "look, accept, begin or key.")
    private Deed deed = Deed.LOOK;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is noted.")
    private String reason = "";

    @Option(
            names = "--changed",
            description = "accept: also that rows were changed or are missing. What they proved is proved no more.")
    private boolean changed;

    @Option(names = "--who", paramLabel = "NAME", description = "Who does it; it is noted. Default: this shell's user.")
    private String who = System.getProperty("user.name", "");

    private ChainFindings look(Path data, Path key) {
        Progress progress = new Progress(
                Wired.in(spec).commandLine().getErr(), Wired.in(commands).clock());
        try {
            return ChainRepair.look(data, key, progress::blocks);
        } finally {
            progress.end();
        }
    }

    private long accept(Path data, Path key, Map<String, String> words, PrintWriter out) {
        ChainFindings found = look(data, key);
        ChainWords.found(found, out);
        return ChainRepair.accept(data, key, words, found, changed);
    }

    private String begin(Path data, Path key, Map<String, String> words) {
        Progress progress = new Progress(
                Wired.in(spec).commandLine().getErr(), Wired.in(commands).clock());
        try {
            return ChainRepair.begin(data, key, words, progress::cleared);
        } finally {
            progress.end();
        }
    }

    @Override
    public Integer call() {
        CommandSpec here = Wired.in(spec);
        SiteSettings settings = Wired.in(commands).settings();
        PrintWriter out = here.commandLine().getOut();
        Path data = settings.dataDirectory();
        Path key = settings.evidenceKey();
        if (deed != Deed.KEY && deed != Deed.LOOK && (reason.isBlank() || who.isBlank())) {
            throw new ParameterException(here.commandLine(), "--reason is needed");
        }
        Map<String, String> words = Map.of("who", who, "why", reason);
        switch (deed) {
            case LOOK -> {
                ChainFindings found = look(data, key);
                ChainWords.found(found, out);
                ChainWords.choices(found, out);
                return found.report().holds() ? 0 : Commands.FAULT;
            }
            case ACCEPT ->
                out.printf(
                        Locale.ROOT,
                        "The chain goes on behind block %d. Start the service.%n",
                        accept(data, key, words, out));
            case BEGIN ->
                out.printf("The chain %s begins at the next start. Start the service.%n", begin(data, key, words));
            case KEY -> {
                Path former = key.resolveSibling(key.getFileName() + ".former-"
                        + LocalDate.ofInstant(
                                Wired.in(commands).clock().instant(),
                                Wired.in(commands).zone()));
                String made = ChainRepair.changeKey(data, key, former);
                out.printf("The key is %s now; the former one is in %s. Start the service.%n", made, former);
            }
        }
        return 0;
    }
}
