package dev.quell.cli;

import dev.quell.evidence.ChainReport;
import dev.quell.evidence.KnownElsewhere;
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
        footer = {
            "Exit status: 0 all holds, 1 something does not, 3 nothing was found, but for want of the key's file, of its fingerprint",
            "or of heads that were told earlier the log may yet be a forged or a shortened one."
        })
final class VerifyCommand implements Callable<Integer> {

    /** The exit status if nothing was found, and not all could be compared. */
    private static final int UNPROVED = 3;

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

    @Option(
            names = "--formerly",
            paramLabel = "CHAIN",
            description =
                    "For the call log: another chain that the same key signed before, of which people know what became of it.")
    private List<String> formerly = List.of();

    @Option(
            names = "--restored",
            paramLabel = "BLOCK",
            description =
                    "For the call log: the block that tells of a restore which people wanted; heads told before it may be missing.")
    private List<Long> restored = List.of();

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
        Optional<EvidenceKey> own = key(settings, out);
        KnownElsewhere known = new KnownElsewhere(
                wanted(own), own.map(EvidenceKey::lines), told(), Set.copyOf(formerly), Set.copyOf(restored));
        try (OpenLog log = OpenLog.of(settings.dataDirectory())) {
            ChainReport report = log.verify(known, block -> {});
            report.notices().forEach(notice -> out.println("note    " + notice));
            report.faults().forEach(fault -> out.println("FAILS   " + fault));
            if (report.faulty() > report.faults().size()) {
                out.println("FAILS   and " + (report.faulty() - report.faults().size()) + " more");
            }
            report.unproved().forEach(sentence -> out.println("UNSURE  " + sentence));
            tell(report, out);
            return report.proves() ? 0 : report.holds() ? UNPROVED : Commands.FAULT;
        }
    }

    private static void tell(ChainReport report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "chain   %s: %d blocks, %d facts of calls, %d removed by retention, %d calls from before the chain%n",
                report.chain(),
                report.blocks(),
                report.facts(),
                report.removed(),
                report.unchained());
        report.keys().forEach(key -> out.println("key     " + key));
        out.printf(Locale.ROOT, "signed  up to block %d of %d%n", report.signed(), report.last());
        out.println("end     " + report.head());
        out.println(
                report.proves()
                        ? "The call log is as it was taken in."
                        : report.holds()
                                ? "Nothing was found that does not hold, but not all could be compared: see UNSURE."
                                : "The call log is NOT as it was taken in.");
    }

    private Set<String> wanted(Optional<EvidenceKey> own) {
        Set<String> wanted = new LinkedHashSet<>();
        keys.forEach(key -> wanted.add(key.toLowerCase(Locale.ROOT)));
        if (wanted.isEmpty()) {
            own.ifPresent(key -> wanted.add(key.fingerprint()));
        }
        return wanted;
    }

    private static Optional<EvidenceKey> key(SiteSettings settings, PrintWriter out) {
        Path file = settings.evidenceKey();
        try {
            Optional<EvidenceKey> own = new EvidenceKeys(file).look();
            if (own.isEmpty()) {
                out.println("note    " + file + " may not be read");
            }
            return own;
        } catch (EvidenceFault e) {
            out.println("note    " + e.getMessage());
            return Optional.empty();
        }
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
