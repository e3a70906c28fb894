package dev.quell.web.rules;

import dev.quell.classifier.ClassifierSettings;
import dev.quell.deed.rules.Differences;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A saved revision.
 *
 * @param holds whether it decides now
 * @param changes against the revision before it, in words; or why it cannot be over the site's file as that is now
 * @param weights set over the site's file
 * @param thresholds set over the site's file; absent if they are the file's
 */
record RevisionView(
        String id,
        Instant at,
        String author,
        String note,
        boolean holds,
        List<String> changes,
        Map<String, Double> weights,
        @Nullable ThresholdsView thresholds) {

    /** At most so many of all, the latest first, from one on. */
    static List<RevisionView> all(List<Revision> latestFirst, int first, int most, ClassifierSettings site) {
        List<RevisionView> all = new ArrayList<>();
        for (int i = first; i < latestFirst.size() && i < first + most; i++) {
            Tuning before = i + 1 < latestFirst.size() ? latestFirst.get(i + 1).tuning() : Tuning.NONE;
            all.add(of(latestFirst.get(i), before, i == 0, site));
        }
        return all;
    }

    private static RevisionView of(Revision revision, Tuning before, boolean holds, ClassifierSettings site) {
        return new RevisionView(
                revision.id(),
                revision.at(),
                revision.author(),
                revision.note(),
                holds,
                changes(before, revision.tuning(), site),
                revision.tuning().weights(),
                revision.tuning().thresholds().map(ThresholdsView::of).orElse(null));
    }

    private static List<String> changes(Tuning before, Tuning after, ClassifierSettings site) {
        try {
            return Differences.between(before.over(site), after.over(site));
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
