package dev.quell.cli;

import dev.quell.call.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code import}: gives a long block or allow list to the running service. */
@Command(
        name = "import",
        description =
                "Give a block or allow list to the running service: lines of pattern,kind,reason,expires in UTF-8.",
        footerHeading = "%n",
        footer = {
            "Without --check and --good-lines nothing is kept if a line has a fault. What stands already is left as it is, so that a list",
            "may be given again. Exit status: 0 every line was taken (or could be), 1 a line has a fault or nothing was done."
        })
final class ImportCommand implements Callable<Integer> {

    private static final int TOLD = 50;
    private static final int LONGEST = 300;

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Parameters(paramLabel = "FILE", description = "The list, CSV.")
    private Path file = Path.of("");

    @ArgGroup(multiplicity = "0..1")
    private How how = new How();

    /** What is done with the list. */
    static final class How {
        @Option(names = "--check", description = "Only look whether every line could be taken.")
        private boolean check;

        @Option(names = "--good-lines", description = "Keep the good lines, whatever the others are.")
        private boolean goodLines;

        String mode() {
            return check ? "try" : goodLines ? "good" : "whole";
        }
    }

    @Option(
            names = "--kind",
            paramLabel = "LIST",
            description = "block or allow, for lines that name none. Default: block.")
    private Kind kind = Kind.BLOCK;

    /** The two lists. */
    enum Kind {
        BLOCK,
        ALLOW
    }

    @Option(names = "--reason", paramLabel = "TEXT", description = "For lines that give none.")
    private @Nullable String reason;

    @Option(
            names = "--ttl",
            paramLabel = "TIME",
            description = "How long entries hold whose lines give no end, such as 30d.")
    private @Nullable String ttl;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description = "Who does it. Default: this user, ${DEFAULT-VALUE}.",
            defaultValue = "${sys:user.name}")
    private String author = "";

    @Override
    public Integer call() throws IOException {
        CommandSpec here = Wired.in(spec);
        if (!Files.isReadable(file)) {
            throw new ParameterException(here.commandLine(), "there is no list at " + file + ", or it may not be read");
        }
        PrintWriter err = here.commandLine().getErr();
        ListService service = ListService.of(Wired.in(commands).settings());
        Progress progress = new Progress(err, Wired.in(commands).clock());
        JsonNode result = service.take(file, query(), step -> progress.taken(step.checked(), step.done()));
        progress.end();
        return tell(result, here.commandLine().getOut(), err);
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("mode", how.mode());
        query.put("kind", kind.name().toLowerCase(Locale.ROOT));
        query.put("author", author);
        if (reason != null) {
            query.put("reason", reason);
        }
        if (ttl != null) {
            query.put("ttl", ttl);
        }
        return query;
    }

    private int tell(JsonNode result, PrintWriter out, PrintWriter err) {
        int faulty = result.path("faulty").asInt();
        int told = 0;
        for (JsonNode fault : result.path("faults")) {
            if (told++ < TOLD) {
                err.printf(
                        Locale.ROOT,
                        "%s:%d: %s%n",
                        file,
                        fault.path("line").asInt(),
                        Printable.of(fault.path("fault").asString(""), LONGEST));
            }
        }
        if (faulty > TOLD) {
            err.printf(Locale.ROOT, "… and %d more lines with a fault%n", faulty - TOLD);
        }
        out.println(sum(result, faulty));
        return faulty == 0 ? 0 : Commands.FAULT;
    }

    private String sum(JsonNode result, int faulty) {
        int lines = result.path("lines").asInt();
        if (how.check) {
            return faulty == 0
                    ? lines + " lines, all in order; nothing was kept"
                    : lines + " lines, " + faulty + " with a fault; nothing was kept";
        }
        if (faulty > 0 && !how.goodLines) {
            return lines + " lines, " + faulty
                    + " with a fault: nothing was kept. Mend them, or keep the others with --good-lines";
        }
        return String.format(
                Locale.ROOT,
                "%d lines: %d new entries, %d stood already, %d replaced others, %d with a fault",
                lines,
                result.path("kept").asInt(),
                result.path("unchanged").asInt(),
                result.path("replaced").asInt(),
                faulty);
    }
}
