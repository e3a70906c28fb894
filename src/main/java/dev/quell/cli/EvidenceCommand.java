package dev.quell.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

/** {@code evidence}: a signed pack of a source's calls, made by the running service. */
@Command(
        name = "evidence",
        sortOptions = false,
        description =
                "Have the running service make a signed evidence pack of a source's calls: verdicts, flags, list entries, proofs, a report as PDF.",
        footerHeading = "%n",
        footer = {
            "A time is written " + Moment.FORMS + ".",
            "Each pack is noted for good: who had it made, and why. To check one: quell verify PACK"
        })
final class EvidenceCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Option(names = "--key", description = "Show the public key that signs packs and its fingerprint, and make none.")
    private boolean key;

    @Option(
            names = "--source",
            paramLabel = "NUMBER",
            description = "Whose calls: +8613800138000, or a prefix: +86138*.")
    private String source = "";

    @Option(
            names = "--from",
            paramLabel = "TIME",
            defaultValue = "30d",
            description = "Begin, inclusive. Default: ${DEFAULT-VALUE} ago.")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "End, exclusive. Default: now.")
    private @Nullable String to;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is made; it is noted.")
    private String reason = "";

    @Option(
            names = "--who",
            paramLabel = "NAME",
            description = "Who wants it; it is noted. Default: this shell's user.")
    private String who = System.getProperty("user.name", "");

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "en or zh. Default: ${DEFAULT-VALUE}.")
    private String language = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Where the pack goes; it must not be there yet.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        CommandSpec here = Wired.in(spec);
        Commands all = Wired.in(commands);
        EvidenceClient service = EvidenceClient.of(all.settings());
        if (key) {
            here.commandLine().getOut().print(service.key());
            return 0;
        }
        Path file = out;
        if (file == null || source.isEmpty() || reason.isEmpty()) {
            throw new ParameterException(here.commandLine(), "--source, --reason and --out are needed");
        }
        if (Files.exists(file)) {
            throw new IllegalStateException(file + " is there already; it is not written over");
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            service.make(query(here, all), file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        here.commandLine()
                .getOut()
                .printf(Locale.ROOT, "%s: %d KB. To check it: quell verify %s%n", file, Files.size(file) >> 10, file);
        return 0;
    }

    private Map<String, String> query(CommandSpec here, Commands all) {
        Instant now = all.clock().instant();
        Map<String, String> query = new LinkedHashMap<>();
        try {
            query.put("source", source);
            query.put("from", Moment.parse(from, now, all.zone()).toString());
            query.put("to", (to == null ? now : Moment.parse(to, now, all.zone())).toString());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here.commandLine(), Faults.sentence(e), e);
        }
        query.put("language", language);
        query.put("who", who);
        query.put("reason", reason);
        return query;
    }
}
