package dev.quell.evidence.pack;

import dev.quell.calllog.Explainer;
import dev.quell.calllog.VersionBook;
import dev.quell.evidence.EvidenceSettings;
import dev.quell.evidence.EvidenceStore;
import dev.quell.evidence.KeptCall;
import dev.quell.evidence.KeptFact;
import dev.quell.evidence.KeptNote;
import dev.quell.evidence.chain.Canonical;
import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** The making of one pack. It is noted in the chain before it is made, so that the chain's end in it tells of it. */
final class PackMaking {

    private static final int TOLD = 100;

    private final EvidenceStore store;
    private final EvidenceSettings settings;
    private final EvidenceKey key;
    private final PackOrder order;
    private final PackFiles files;
    private final Instant made;
    private final Explainer explainer;
    private final Recordings recordings;
    private final Set<Long> blocks = new TreeSet<>();
    private int facts;
    private int calls;

    PackMaking(
            EvidenceStore store,
            EvidenceSettings settings,
            VersionBook versions,
            EvidenceKey key,
            Clock clock,
            PackOrder order,
            PackFiles files) {
        this.store = store;
        this.settings = settings;
        this.key = key;
        this.order = order;
        this.files = files;
        this.made = Instant.ofEpochMilli(clock.millis());
        this.explainer = new Explainer(versions, ZoneId.of("UTC"));
        this.recordings = new Recordings(settings.recordings());
    }

    /** Makes it; tells the block of its note. */
    long make(IntConsumer done) throws IOException {
        List<Long> rows = store.find(order.source(), order.from(), order.to(), settings.mostCalls() + 1);
        if (rows.size() > settings.mostCalls()) {
            throw new EvidenceFault("there are more than " + settings.mostCalls()
                    + " calls; ask for a shorter period, or raise quell.evidence.most-calls");
        }
        KeptNote custody = note(rows.size());
        blocks.add(custody.block());
        List<KeptNote> exports = store.exports(order.source(), custody.block());
        exports.forEach(note -> blocks.add(note.block()));
        try (ReportPdf report = new ReportPdf(settings.font(), order, made)) {
            report.begin(rows.size(), key.fingerprint(), recordings.kept());
            calls(rows, report, done);
            if (calls != rows.size()) {
                throw new EvidenceFault("some of the calls were removed by retention meanwhile; try again");
            }
            lines("custody.jsonl", exports.stream().map(KeptNote::line).toList());
            lines(
                    "custody-details.jsonl",
                    exports.stream().map(KeptNote::details).toList());
            String head = way();
            report.end(
                    store.flags(order.source(), order.from(), order.to()),
                    store.entries(order.source()),
                    exports,
                    head);
            try (var out = files.open("report.pdf")) {
                report.save(out);
            }
        }
        lines("README.txt", List.of(PackText.readme(order.language(), key.fingerprint())));
        files.finish(key);
        return custody.block();
    }

    /** How many calls it holds. */
    int calls() {
        return calls;
    }

    private KeptNote note(int count) {
        return store.note("EXPORT", made, Map.of(), custody(count));
    }

    private Map<String, Object> custody(int count) {
        return Map.of(
                "source", order.source().text(),
                "from", order.from().toString(),
                "to", order.to().toString(),
                "who", order.who(),
                "why", order.why(),
                "by", order.by(),
                "calls", count);
    }

    private void calls(List<Long> rows, ReportPdf report, IntConsumer done) throws IOException {
        try (Writer lines = files.text("facts.jsonl");
                Writer proofs = files.text("proofs.jsonl");
                Writer evidence = files.text("evidence.json")) {
            evidence.write("{\"by\":" + Canonical.of(order.by()) + ",\"calls\":[");
            store.read(rows, call -> {
                try {
                    Map<String, Object> told = call(call);
                    for (KeptFact fact : call.facts()) {
                        lines.write(fact.line() + "\n");
                        proofs.write(proof(fact) + "\n");
                        blocks.add(fact.place().block());
                    }
                    evidence.write((calls == 0 ? "" : ",") + Canonical.of(told));
                    facts += call.facts().size();
                    calls++;
                    report.call(calls, told, call.facts());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                if (calls % TOLD == 0) {
                    done.accept(calls);
                }
            });
            evidence.write("]," + Canonical.of(about()).substring(1) + "\n");
        }
    }

    /** What evidence.json says beside the calls, behind them in its order. */
    private Map<String, Object> about() {
        Map<String, Object> json = new TreeMap<>();
        json.put("entries", store.entries(order.source()));
        json.put("flags", store.flags(order.source(), order.from(), order.to()));
        json.put("format", "quell-evidence-1");
        json.put("from", order.from().toString());
        json.put("key", key.fingerprint());
        json.put("made", made.toString());
        json.put(
                "recordings",
                recordings.kept() ? "as the calls name them" : "the site does not record, or Quell was not told where");
        json.put("source", order.source().text());
        json.put("to", order.to().toString());
        json.put("who", order.who());
        json.put("why", order.why());
        return json;
    }

    private static String proof(KeptFact fact) {
        return Canonical.of(Map.of(
                "block", fact.place().block(),
                "index", fact.place().index(),
                "leaf", Hashes.leaf(fact.line()),
                "path", fact.path()));
    }

    private Map<String, Object> call(KeptCall call) throws IOException {
        List<Integer> lines = new ArrayList<>();
        for (int each = 1; each <= call.facts().size(); each++) {
            lines.add(facts + each);
        }
        Map<String, Object> told = new HashMap<>(Map.of(
                "id", call.call().id().toString(),
                "arrived", call.call().arrivedAt().toString(),
                "caller", call.call().caller().key(),
                "facts", lines,
                "explanation", explainer.explain(call.call(), order.language()).lines()));
        Optional<Recordings.Found> recording = recordings.of(call.call().id());
        if (recording.isPresent()) {
            String name = "recordings/" + (calls + 1) + "-" + recording.get().name();
            files.copy(name, recording.get().file());
            told.put("recording", name);
        }
        return told;
    }

    /** Writes the way from the chain's end; tells the end's hash. */
    private String way() throws IOException {
        String[] head = {""};
        try (Writer chain = files.text("chain.jsonl");
                Writer dropped = files.text("dropped.jsonl")) {
            store.way(
                    blocks,
                    line -> {
                        head[0] = head[0].isEmpty() ? Hashes.hex(Hashes.of(line)) : head[0];
                        write(chain, line);
                    },
                    line -> write(dropped, line));
        }
        return head[0];
    }

    private static void write(Writer to, String line) {
        try {
            to.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lines(String name, List<String> lines) throws IOException {
        try (Writer out = files.text(name)) {
            lines.forEach(line -> write(out, line));
        }
    }
}
