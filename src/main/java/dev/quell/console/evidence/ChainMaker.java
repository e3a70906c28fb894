package dev.quell.console.evidence;

import dev.quell.call.Printable;
import dev.quell.console.evidence.ChainView.Check;
import dev.quell.console.evidence.ChainView.LastCheck;
import dev.quell.console.evidence.ChainView.Trouble;
import dev.quell.evidence.ChainReport;
import dev.quell.evidence.EvidenceStore;
import dev.quell.evidence.HeadWatch;
import dev.quell.evidence.ToldHead;
import dev.quell.evidence.chain.BlockHead;
import dev.quell.evidence.desk.LogDesk;
import dev.quell.evidence.desk.LogWork;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.pack.Packs;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Gathers the state of the chain. */
@Component
final class ChainMaker {
    /** What an entry of the audit log begins with whose check found no fault. */
    static final String HOLDS = "holds";

    /** What it begins with if there was no fault, and not all could be compared. */
    static final String UNSURE = "unsure";

    private static final int LONGEST = 400;

    private final EvidenceStore store;
    private final HeadWatch heads;
    private final Packs packs;
    private final LogDesk desk;
    private final AuditLog audit;
    private final ObjectProvider<Map<String, HealthIndicator>> parts;
    private final boolean shared;

    ChainMaker(
            EvidenceStore store,
            HeadWatch heads,
            Packs packs,
            LogDesk desk,
            AuditLog audit,
            ObjectProvider<Map<String, HealthIndicator>> parts,
            @Value("${spring.datasource.url:}") String url) {
        this.store = store;
        this.heads = heads;
        this.packs = packs;
        this.desk = desk;
        this.audit = audit;
        this.parts = parts;
        this.shared = url.startsWith("jdbc:postgresql:");
    }

    /** Whether instances share a record. */
    boolean shared() {
        return shared;
    }

    ChainView make() {
        BlockHead head = store.head();
        List<Trouble> troubles = new ArrayList<>();
        String fingerprint = "";
        String pem = "";
        try {
            fingerprint = packs.fingerprint();
            pem = packs.publicKey();
        } catch (EvidenceFault e) {
            troubles.add(new Trouble("key", words(String.valueOf(e.getMessage()))));
        }
        health(troubles);
        ToldHead told = heads.told();
        if (!told.fault().isEmpty() && !fingerprint.isEmpty()) {
            troubles.add(new Trouble("told", words(told.fault())));
        }
        return new ChainView(
                head.number(),
                Instant.ofEpochMilli(head.at()),
                head.hash(),
                store.unsigned(),
                fingerprint,
                pem,
                told,
                shared,
                troubles,
                last(head.chain()),
                desk.work().map(ChainMaker::check));
    }

    /** What those parts of the service's health say that bear on evidence. */
    private void health(List<Trouble> troubles) {
        Map<String, HealthIndicator> all = parts.getIfAvailable(Map::of);
        details(all, "evidenceHealth").forEach((key, words) -> {
            boolean known = key.equals("key");
            if (!known || troubles.isEmpty()) {
                troubles.add(new Trouble(known ? key : "other", words(words)));
            }
        });
        Map<String, String> retention = details(all, "retentionHealth");
        if (!retention.isEmpty()) {
            List<String> kinds = new ArrayList<>();
            retention.forEach((key, words) -> kinds.add(key + ": " + words));
            troubles.add(new Trouble("retention", words(String.join("; ", kinds))));
        }
        Optional.ofNullable(details(all, "storageHealth").get("chain"))
                .ifPresent(words -> troubles.add(new Trouble("unchained", words(words))));
    }

    private static Map<String, String> details(Map<String, HealthIndicator> all, String name) {
        HealthIndicator part = all.get(name);
        Health health = part == null ? null : part.health();
        Map<String, String> details = new TreeMap<>();
        if (health != null && !health.getStatus().equals(Status.UP)) {
            health.getDetails().forEach((key, words) -> details.put(key, String.valueOf(words)));
        }
        return details;
    }

    private Optional<LastCheck> last(String chain) {
        AuditQuery wanted = new AuditQuery(
                Optional.empty(),
                Optional.of(Deed.LOG_CHECKED),
                Optional.of(subject(chain)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
        return audit.page(wanted).stream().findFirst().map(ChainMaker::last);
    }

    private static LastCheck last(AuditEntry entry) {
        String word = Stream.of(HOLDS, UNSURE)
                .filter(begin -> entry.after().startsWith(begin))
                .findFirst()
                .orElse("fails");
        return new LastCheck(entry.at(), Printable.of(entry.who(), LONGEST), word);
    }

    /** How the audit log names a chain. */
    static String subject(String chain) {
        return "call log " + chain;
    }

    private static Check check(LogWork work) {
        return new Check(
                work.state().name(),
                Printable.of(work.by(), LONGEST),
                work.startedAt(),
                work.heads(),
                work.percent(),
                work.reached(),
                work.last(),
                work.report().map(ChainMaker::shown));
    }

    private static ChainReport shown(ChainReport report) {
        return new ChainReport(
                report.chain(),
                report.blocks(),
                report.facts(),
                report.unchained(),
                report.removed(),
                report.head(),
                report.last(),
                report.signed(),
                report.keys(),
                report.unproved().stream().map(ChainMaker::words).toList(),
                report.notices().stream().map(ChainMaker::words).toList(),
                report.faults().stream().map(ChainMaker::words).toList(),
                report.faulty());
    }

    private static String words(String sentence) {
        return Masking.text(Printable.of(sentence, LONGEST));
    }
}
