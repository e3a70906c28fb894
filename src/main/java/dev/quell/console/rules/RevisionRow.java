package dev.quell.console.rules;

import dev.quell.classifier.ClassifierSettings;
import dev.quell.deed.rules.Differences;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A saved revision as the page shows it.
 *
 * @param holds whether it decides now
 * @param none whether it is the site's file alone
 * @param changes against the revision before it; empty if nothing changed
 */
public record RevisionRow(
        String id, Instant at, String author, String note, boolean holds, boolean none, List<String> changes) {

    /** The latest first; of more than {@code most} the older ones are left out. */
    static List<RevisionRow> all(List<Revision> latestFirst, ClassifierSettings site, int most) {
        List<RevisionRow> rows = new ArrayList<>();
        for (int i = 0; i < latestFirst.size() && i < most; i++) {
            Revision revision = latestFirst.get(i);
            Tuning before = i + 1 < latestFirst.size() ? latestFirst.get(i + 1).tuning() : Tuning.NONE;
            rows.add(new RevisionRow(
                    revision.id(),
                    revision.at(),
                    revision.author(),
                    revision.note(),
                    i == 0,
                    revision.tuning().none(),
                    changes(before, revision.tuning(), site)));
        }
        return rows;
    }

    private static List<String> changes(Tuning before, Tuning after, ClassifierSettings site) {
        try {
            return Differences.between(before.over(site), after.over(site));
        } catch (IllegalArgumentException e) {
            // Saved under another catalogue or another file: it can be seen, and not gone back to.
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
