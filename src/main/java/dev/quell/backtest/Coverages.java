package dev.quell.backtest;

import dev.quell.backtest.result.Coverage;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.Family;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which symbols an input can feed. */
final class Coverages {

    private static final Set<String> NUMBER =
            Set.of("EMERGENCY_CALL", "CLI_WITHHELD", "CLI_INVALID", "CLI_OWN", "RANGE_DENSITY");
    private static final Set<String> TRUNK = Set.of("TWO_TRUNKS");
    private static final Set<String> RECORDED = Set.of(
            "CALLS_1H",
            "CALLS_24H",
            "FANOUT_24H",
            "SINGLE_TARGET",
            "CLOCKWORK",
            "FAST_REDIAL",
            "RING_ONCE",
            "SHORT_RATE",
            "GOOD_TALK",
            "FLOOD",
            "CALLBACK_STORM",
            "LINE_LISTENS");

    private Coverages() {}

    /** Of the site's own records. */
    static Coverage log() {
        return of(
                entry -> entry.family() != Family.IN_CALL,
                List.of(
                        "Each call is judged by what was known when it arrived; what was heard in it counts for the caller's later calls.",
                        "Each call ends as it did then, whatever would have been done about it now."));
    }

    /**
     * Of recorded calls.
     *
     * @param telephones whether any caller has a telephone number
     * @param trunks whether the records name trunks
     */
    static Coverage records(boolean telephones, boolean trunks) {
        Set<String> fed = new HashSet<>(RECORDED);
        List<String> notes = new ArrayList<>();
        notes.add(
                "Such records do not tell silence, speech, keys or packets: an answered call counts as short under"
                        + " outcome.short-under unless our side hung up, as a good talk from outcome.good-talk on, and as spoken between.");
        notes.add("Time in a queue counts as answered if the record says so; good talks are then too many.");
        if (telephones) {
            fed.addAll(NUMBER);
        } else {
            notes.add("The callers are no telephone numbers: nothing is held for or against what they show.");
        }
        if (trunks) {
            fed.addAll(TRUNK);
        }
        notes.add("Without silence and agents' flags no automatic block is made.");
        notes.add("Each call ends as it did then, whatever would have been done about it now.");
        return of(fed, notes);
    }

    /** Of counts. */
    static Coverage counts() {
        return of(
                CountedDay.FED,
                List.of(
                        "Counts tell how often and how widely a caller called, nothing else: all calls are taken to lie within 24 h.",
                        "A caller is judged at the last call; there is no course of time and no block."));
    }

    private static Coverage of(Collection<String> fed, List<String> notes) {
        return of(entry -> fed.contains(entry.symbol()), notes);
    }

    private static Coverage of(Predicate<CatalogueEntry> fed, List<String> notes) {
        Collection<CatalogueEntry> entries = Catalogue.shipped().entries();
        return new Coverage(
                entries.stream().filter(fed).map(CatalogueEntry::symbol).toList(),
                entries.stream()
                        .filter(fed.negate())
                        .map(CatalogueEntry::symbol)
                        .toList(),
                notes);
    }
}
