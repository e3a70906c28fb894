package dev.quell.cli;

import dev.quell.call.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code hold}: keeps a source's records from retention, ends that, or lists what is kept. */
@Command(
        name = "hold",
        sortOptions = false,
        subcommands = HoldAcceptCommand.class,
        description =
                "Keep a source's calls, flags and list entries from retention, end that, or list all legal holds.",
        footerHeading = "%n",
        footer = {
            "A time is written " + Moment.FORMS + ". Without --source and --release all holds are listed.",
            "Each hold and its end is noted in the chain for good: who, when and why."
        })
final class HoldCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Option(
            names = "--source",
            paramLabel = "NUMBER",
            description = "Whose: +8613800138000, a prefix: +86138*, or all.")
    private String source = "";

    @Option(names = "--from", paramLabel = "TIME", description = "Calls from then on. Default: all.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Calls before then. Default: future ones too.")
    private @Nullable String to;

    @Option(names = "--until", paramLabel = "TIME", description = "When it ends by itself. Default: never.")
    private @Nullable String until;

    @Option(names = "--release", paramLabel = "ID", description = "End the hold of this number.")
    private long release;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is noted.")
    private String reason = "";

    @Option(
            names = "--who",
            paramLabel = "NAME",
            description = "Who orders it; it is noted. Default: this shell's user.")
    private String who = System.getProperty("user.name", "");

    @Option(
            names = "--own-records-only",
            description = "Where instances share a record in PostgreSQL: hold this instance's own records alone.")
    private boolean own;

    /** The service, as the settings tell of it. */
    EvidenceClient service() {
        return EvidenceClient.of(Wired.in(commands).settings());
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec here = Wired.in(spec);
        Commands all = Wired.in(commands);
        EvidenceClient service = service();
        PrintWriter out = here.commandLine().getOut();
        boolean changes = release > 0 || !source.isEmpty();
        if (changes && reason.isEmpty()) {
            throw new ParameterException(here.commandLine(), "--reason is needed");
        }
        if (release > 0) {
            out.println(line(service.release(release, who, reason)));
        } else if (changes) {
            out.println(line(service.hold(hold(here, all))));
        } else {
            service.holds().forEach(hold -> out.println(line(hold)));
        }
        return 0;
    }

    private Map<String, String> hold(CommandSpec here, Commands all) {
        Map<String, String> hold = new LinkedHashMap<>();
        if (!source.equals("all")) {
            hold.put("source", source);
        }
        hold.put("author", who);
        hold.put("reason", reason);
        hold.put("ownRecordsOnly", Boolean.toString(own));
        try {
            time(hold, "from", from, all);
            time(hold, "to", to, all);
            time(hold, "until", until, all);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here.commandLine(), Faults.sentence(e), e);
        }
        return hold;
    }

    private static void time(Map<String, String> hold, String name, @Nullable String text, Commands all) {
        if (text != null) {
            Instant time = Moment.parse(text, all.clock().instant(), all.zone());
            hold.put(name, time.toString());
        }
    }

    private static String line(JsonNode hold) {
        String ended = hold.path("releasedAt").asString("");
        return String.format(
                Locale.ROOT,
                "%d  %s  %s to %s  %s: %s%s",
                hold.path("id").asLong(),
                hold.path("source").asString("all callers"),
                hold.path("from").asString(""),
                hold.path("to").asString(""),
                Printable.of(hold.path("author").asString(""), 100),
                Printable.of(hold.path("reason").asString(""), 200),
                ended.isEmpty() ? "" : "  ended " + ended);
    }
}
