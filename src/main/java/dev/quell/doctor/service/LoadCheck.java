package dev.quell.doctor.service;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.site.Site;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/** What the running service's metrics tell: memory, open files, what waits, what failed. */
final class LoadCheck implements Check {

    /** Sockets and files beside the calls: the REST interface, the database, the journal, libraries. */
    private static final int BESIDE = 2_000;

    private static final double HEAP_BESIDE_HISTORY = 2;

    private static final String REASONS =
            "curl -s localhost:8427/actuator/prometheus | grep quell_failopen   names the reason; the log says what to do";

    private final Site site;

    LoadCheck(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public void look(Findings findings) {
        try (ServiceClient client = new ServiceClient(site)) {
            HttpResponse<String> answer = client.get("/actuator/prometheus");
            if (answer.statusCode() != 200) {
                findings.skipped(
                        "the metrics are not shown here (status " + answer.statusCode() + ")",
                        "run quell doctor as root");
                return;
            }
            Metrics metrics = new Metrics(answer.body());
            memory(findings, metrics);
            files(findings, metrics);
            journal(findings, metrics);
            shared(findings, metrics);
            failed(findings, metrics);
        } catch (IOException e) {
            findings.skipped(
                    "the service does not run, so nothing tells its memory, files and backlog",
                    "systemctl start quell");
        }
    }

    private void memory(Findings findings, Metrics metrics) {
        double most = metrics.sum("jvm_memory_max_bytes", "area=\"heap\"").orElse(0) / (1 << 20);
        double history = site.storage().historyCache().toMegabytes();
        if (most > 0 && most < history * HEAP_BESIDE_HISTORY + 128) {
            findings.warn(
                    String.format(
                            Locale.ROOT,
                            "its heap may grow to %.0f MB, and callers alone may take %.0f MB",
                            most,
                            history),
                    String.format(
                            Locale.ROOT,
                            "in /etc/default/quell: QUELL_JAVA_OPTIONS=\"-Xmx%.0fm\", or a smaller quell.storage.history-cache",
                            history * HEAP_BESIDE_HISTORY + 512));
        } else {
            findings.ok(String.format(
                    Locale.ROOT, "a heap of at most %.0f MB for callers of at most %.0f MB", most, history));
        }
    }

    private void files(Findings findings, Metrics metrics) {
        OptionalDouble most = metrics.sum("process_files_max_files", "");
        long needed = site.agi().maxCalls() + (long) BESIDE;
        if (most.isPresent() && most.getAsDouble() < needed) {
            findings.warn(
                    String.format(
                            Locale.ROOT,
                            "it may open %.0f files; %d calls at once need %d",
                            most.getAsDouble(),
                            site.agi().maxCalls(),
                            needed),
                    "LimitNOFILE=65536 in the unit (systemctl edit quell), or ulimit -n before it is started by hand");
        } else if (most.isPresent()) {
            findings.ok(
                    String.format(Locale.ROOT, "it may open %.0f files, %d are needed", most.getAsDouble(), needed));
        }
    }

    private static void journal(Findings findings, Metrics metrics) {
        double lag = metrics.sum("quell_journal_lag_seconds", "").orElse(0);
        if (lag > 10) {
            findings.fault(
                    String.format(Locale.ROOT, "the database is %.0f s behind the journal", lag),
                    "look at the disk (df, iostat) and at journalctl -u quell; with a full journal calls pass unscreened");
        } else {
            findings.ok("the database keeps up with the journal");
        }
    }

    private static void shared(Findings findings, Metrics metrics) {
        metrics.sum("quell_shared_lag_seconds", "").ifPresent(lag -> {
            double waiting = metrics.sum("quell_shared_waiting", "").orElse(0);
            String found =
                    String.format(Locale.ROOT, "%.0f rows wait for PostgreSQL, the oldest for %.0f s", waiting, lag);
            if (lag > 60) {
                findings.warn(
                        found, "journalctl -u quell   names what PostgreSQL says; they are kept until it takes them");
            } else {
                findings.ok(found);
            }
        });
        metrics.sum("quell_redis_away", "").ifPresent(away -> {
            if (away > 0) {
                findings.warn(
                        "the service takes Redis for away; each instance goes by what it knows itself",
                        "see the lines on Redis below");
            }
        });
    }

    static void failed(Findings findings, Metrics metrics) {
        double ours = failOpens(metrics, "journal", "internal");
        double theirs = failOpens(metrics, "dialplan-guard", "dialplan-failed", "dialplan-skipped");
        // A call that failed here is counted again when the dialplan tells its end.
        double unscreened = Math.max(ours, theirs);
        if (unscreened > 0) {
            findings.warn(
                    String.format(Locale.ROOT, "%.0f calls passed unscreened since its start", unscreened), REASONS);
        }
        double less = metrics.sum("quell_failopen_total", "").orElse(0) - ours - theirs;
        if (less > 0) {
            findings.warn(
                    String.format(
                            Locale.ROOT,
                            "%.0f times since its start a part failed, and calls went by what the others know",
                            less),
                    REASONS);
        }
        double refused = metrics.sum("quell_agi_rejected_total", "reason=\"token\"")
                        .orElse(0)
                + metrics.sum("quell_agi_rejected_total", "reason=\"version\"").orElse(0);
        if (refused > 0) {
            findings.warn(
                    String.format(Locale.ROOT, "%.0f requests since its start had another token or version", refused),
                    "journalctl -u quell | grep Refused   names the host; run dialplan/install.sh there with this service's token file");
        }
    }

    private static double failOpens(Metrics metrics, String... reasons) {
        return Arrays.stream(reasons)
                .mapToDouble(reason -> metrics.sum("quell_failopen_total", "reason=\"" + reason + "\"")
                        .orElse(0))
                .sum();
    }
}
