package dev.quell.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports who called. Holds one source's counts and the worst rows so far in memory, however many callers there are. */
@Component
public final class Sources {

    /** The largest number of rows of a report. */
    public static final int MOST_ROWS = 100_000;

    private static final int PROGRESS_EVERY = 10_000;

    /** Best first; by name where the counts are equal, so that a report comes out the same each time. */
    private static final Comparator<SourceRow> WORST_LAST = Comparator.comparingLong(SourceRow::nuisance)
            .thenComparingLong(SourceRow::calls)
            .thenComparing(Comparator.comparing(SourceRow::source).reversed());

    private final SourceFacts facts;

    public Sources(SourceFacts facts) {
        this.facts = facts;
    }

    /**
     * What to report.
     *
     * @param from inclusive
     * @param to exclusive, after {@code from}
     * @param top how many sources are listed at most, 1 to {@value Sources#MOST_ROWS}
     */
    public record Query(Grouping by, Instant from, Instant to, int top) {
        public Query {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("the period must begin before it ends");
            }
            if (top < 1 || top > MOST_ROWS) {
                throw new IllegalArgumentException("the number of sources must be 1 to " + MOST_ROWS);
            }
        }
    }

    /** A report, without a word about its progress. */
    public SourceReport report(Query query) {
        return report(query, read -> {});
    }

    /**
     * A report.
     *
     * @param progress is told how many facts were read, every 10,000
     */
    public SourceReport report(Query query, LongConsumer progress) {
        Reading reading = new Reading(query.top(), progress);
        facts.read(query.by(), query.from(), query.to(), reading::take);
        return reading.report(query);
    }

    /** One pass over the facts. */
    private static final class Reading {
        private final int top;
        private final LongConsumer progress;
        private final PriorityQueue<SourceRow> worst = new PriorityQueue<>(WORST_LAST);
        private final SourceTally total = new SourceTally(SourceRow.TOTAL);
        private @Nullable SourceTally current;
        private long sources;
        private long read;

        Reading(int top, LongConsumer progress) {
            this.top = top;
            this.progress = progress;
        }

        void take(SourceFact fact) {
            SourceTally tally = current;
            if (tally == null || !tally.source().equals(fact.source())) {
                finish();
                tally = new SourceTally(fact.source());
                current = tally;
            }
            tally.add(fact);
            total.add(fact);
            if (++read % PROGRESS_EVERY == 0) {
                progress.accept(read);
            }
        }

        private void finish() {
            if (current != null) {
                sources++;
                worst.add(current.row());
                if (worst.size() > top) {
                    worst.remove();
                }
            }
        }

        SourceReport report(Query query) {
            finish();
            List<SourceRow> rows = new ArrayList<>(worst);
            rows.sort(WORST_LAST.reversed());
            return new SourceReport(query.by(), query.from(), query.to(), sources, rows, total.row());
        }
    }
}
