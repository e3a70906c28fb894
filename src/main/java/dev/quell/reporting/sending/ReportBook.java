package dev.quell.reporting.sending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The port to the reports that were sent, and to their mails. Writes are durable when they return. */
public interface ReportBook {

    /** The report of a schedule that ends with a day. */
    OptionalLong find(String schedule, LocalDate last);

    /** The reports whose last day is a day or comes after it, by their numbers: made before it was over, by a clock that was ahead. */
    List<Long> endingSince(LocalDate day);

    /** Deletes a report and its mails. */
    void remove(long id);

    /**
     * Keeps a report, with a mail to each recipient that is due at once.
     *
     * @return its number; empty, and nothing is kept, if there is one of the same schedule and last day
     */
    OptionalLong add(SentReport report, List<String> recipients);

    /** The newest reports, newest first. */
    default List<SentReport> newest(int limit) {
        return newest(Optional.empty(), limit);
    }

    /**
     * The newest of those behind a place.
     *
     * @param after empty: of all
     */
    List<SentReport> newest(Optional<Place> after, int limit);

    /** Where a report stands among the others: by when it was made, then by number, both falling. */
    record Place(Instant madeAt, long id) {

        /** The place of a report. */
        public static Place of(SentReport report) {
            return new Place(report.madeAt(), report.id());
        }
    }

    /** One report. */
    Optional<SentReport> find(long id);

    /** The mails of some reports, in the order of their recipients. */
    List<SentMail> mails(Collection<Long> reports);

    /** Mails to be tried at a moment, the longest due first. */
    List<SentMail> due(Instant now, int limit);

    /**
     * Takes a mail for an attempt, which counts at once: whoever stops in it tries again then.
     *
     * @param mail as it was read
     * @param next when it is tried again, unless {@link #taken} or {@link #failed} says otherwise
     * @return whether it is this instance's; another one may have it
     */
    boolean claim(SentMail mail, Instant next);

    /** Notes that the mail server took a mail. */
    void taken(SentMail mail, Instant at);

    /**
     * Notes why an attempt failed.
     *
     * @param next when it is tried again; empty: not any more
     */
    void failed(SentMail mail, String fault, Optional<Instant> next);

    /** Lets mails of a report to some recipients be tried at once, those that were taken too; whoever had none gets one. */
    void again(long report, Collection<String> recipients, Instant now);

    /** Mails that failed and were not taken since, of reports made at a moment or later. */
    List<SentMail> failing(Instant since);

    /** Deletes what was made before; how many reports there were. */
    int forget(Instant before);
}
