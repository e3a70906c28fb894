package dev.quell.evidence.pack;

import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallId;
import dev.quell.evidence.EvidenceSettings;
import dev.quell.evidence.EvidenceStore;
import dev.quell.evidence.custody.Custody;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Says what a pack would hold, without making one. */
@Service
public final class PackPreviews {

    /** Of so many calls recordings are looked for: a share over the network answers each question slowly. */
    private static final int LOOKED = 500;

    private final Custody custody;
    private final EvidenceStore store;
    private final EvidenceSettings settings;

    PackPreviews(Custody custody, EvidenceStore store, EvidenceSettings settings) {
        this.custody = custody;
        this.store = store;
        this.settings = settings;
    }

    /** Of a source's calls that arrived in {@code [from, to)}. */
    public PackPreview of(ListPattern source, Instant from, Instant to) {
        List<CallId> calls = custody.calls(source, from, to, settings.mostCalls() + 1);
        Recordings recordings = new Recordings(settings.recordings());
        List<CallId> looked = calls.subList(0, recordings.kept() ? Math.min(LOOKED, calls.size()) : 0);
        return new PackPreview(
                calls.size(),
                settings.mostCalls(),
                custody.flags(source, from, to, settings.mostCalls()),
                store.entries(source).size(),
                recordings.kept(),
                (int) looked.stream()
                        .filter(call -> recordings.of(call).isPresent())
                        .count(),
                looked.size());
    }
}
