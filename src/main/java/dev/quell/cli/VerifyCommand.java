package dev.quell.cli;

import dev.quell.evidence.ChainReport;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKey;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.evidence.pack.PackCheck;
import dev.quell.evidence.pack.PackFinding;
import dev.quell.storage.OpenLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code verify}: whether an evidence pack, or this machine's whole call log, is as it was taken in. */
@Command(
        name = "verify",
        description = {
            "Check an evidence pack, or without one the chain over this machine's call log: say what holds and what does not.",
            "The pack is checked with nothing but itself; no service and no database is needed."
        },
        footerHeading = "%n",
        footer = "Exit status: 0 all holds, 1 something does not.")
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Parameters(arity = "0..1", paramLabel = "PACK", description = "A pack. Without it: the call log.")
    private @Nullable Path pack;

    @Option(
            names = "--key",
            paramLabel = "FINGERPRINT",
            description =
                    "The fingerprint of the key that must have signed, as the site told it by another way. For the call log it may be given several times, and is by default that of the key's file.")
    private List<String> keys = List.of();

    @Option(
            names = "--heads",
            paramLabel = "FILE",
            description =
                    "For the call log: compare it with the CHAIN HEAD lines of this log, kept on another machine; - reads them from standard input.")
    private @Nullable String heads;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Wired.in(spec).commandLine().getOut();
        return pack == null ? log(out) : pack(pack, out);
    }

    private int pack(Path file, PrintWriter out) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("there is no pack " + file + " that may be read");
        }
        List<PackFinding> findings = PackCheck.of(file, keys.stream().findFirst());
        findings.forEach(finding -> out.println((finding.holds() ? "holds   " : "FAILS   ") + finding.sentence()));
        boolean holds = findings.stream().allMatch(PackFinding::holds);
        out.println(holds ? "The pack is as it was made." : "The pack is NOT as it was made.");
        return holds ? 0 : Commands.FAULT;
    }

    private int log(PrintWriter out) throws IOException {
        SiteSettings settings = Wired.in(commands).settings();
        Set<String> wanted = wanted(settings, out);
        try (OpenLog log = OpenLog.of(settings.dataDirectory())) {
            ChainReport report = log.verify(wanted, told());
            report.notices().forEach(notice -> out.println("note    " + notice));
            report.faults().forEach(fault -> out.println("FAILS   " + fault));
            if (report.faulty() > report.faults().size()) {
                out.println("FAILS   and " + (report.faulty() - report.faults().size()) + " more");
            }
            tell(report, out);
            return report.holds() ? 0 : Commands.FAULT;
        }
    }

    private static void tell(ChainReport report, PrintWriter out) {
        out.printf(
                "chain   %s: %d blocks, %d facts of calls, %d removed by retention, %d calls from before the chain%n",
                report.chain(), report.blocks(), report.facts(), report.removed(), report.unchained());
        report.keys().forEach(key -> out.println("key     " + key));
        out.printf("signed  up to block %d of %d%n", report.signed(), report.last());
        out.println("end     " + report.head());
        out.println(report.holds() ? "The call log is as it was taken in." : "The call log is NOT as it was taken in.");
    }

    private Set<String> wanted(SiteSettings settings, PrintWriter out) {
        Set<String> wanted = new LinkedHashSet<>();
        keys.forEach(key -> wanted.add(key.toLowerCase(Locale.ROOT)));
        if (wanted.isEmpty()) {
            Path file = settings.evidenceKey();
            try {
                Optional<EvidenceKey> own = new EvidenceKeys(file).look();
                own.ifPresentOrElse(
                        key -> wanted.add(key.fingerprint()),
                        () -> out.println(
                                "note    " + file
                                        + " may not be read, so the key that signed is told and not compared; name it with --key"));
            } catch (EvidenceFault e) {
                out.println("note    " + e.getMessage() + ". The key that signed is told and not compared");
            }
        }
        return wanted;
    }

    private List<String> told() throws IOException {
        String from = heads;
        if (from == null) {
            return List.of();
        }
        try (BufferedReader lines = from.equals("-")
                        ? new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))
                        : Files.newBufferedReader(Path.of(from), StandardCharsets.ISO_8859_1);
                Stream<String> all = lines.lines()) {
            return all.filter(line -> line.contains("CHAIN HEAD")).toList();
        }
    }
}
