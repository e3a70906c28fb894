package dev.quell.storage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings under {@code quell.storage}.
 *
 * @param retention how long rows are kept
 * @param historyCache how much memory callers and what they did take at most, 4 MB or more; a caller with two calls takes about 100 bytes
 * @param journal how much of the disk the journal takes for what the database has not taken in yet, 32 MB to 8 GB; a call takes about 1.3 KB
 */
@ConfigurationProperties(prefix = "quell.storage", ignoreUnknownFields = false)
public record StorageSettings(
        @DefaultValue Retention retention,
        @DefaultValue("96MB") DataSize historyCache,
        @DefaultValue("64MB") DataSize journal) {

    private static final DataSize SMALLEST_JOURNAL = DataSize.ofMegabytes(4);
    private static final DataSize LARGEST_JOURNAL = DataSize.ofGigabytes(8);

    private static final DataSize LEAST = DataSize.ofMegabytes(4);

    public StorageSettings {
        if (historyCache.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("quell.storage.history-cache is " + historyCache.toBytes()
                    + " bytes; it must be 4MB or more, for example 96MB, which holds about a million callers");
        }
        if (journal.compareTo(SMALLEST_JOURNAL) < 0 || journal.compareTo(LARGEST_JOURNAL) > 0) {
            throw new IllegalArgumentException("quell.storage.journal is " + journal.toBytes()
                    + " bytes; it must be 4MB to 8GB, for example 64MB");
        }
    }

    /**
     * How long rows are kept.
     *
     * @param calls calls with their verdicts and ends, at least a day
     * @param flags agents' flags, at least a day
     * @param entries ended entries of the allow and block list, from their end, at least a day
     * @param audit what people did, at least a day
     */
    public record Retention(
            @DefaultValue("90d") Duration calls,
            @DefaultValue("365d") Duration flags,
            @DefaultValue("365d") Duration entries,
            @DefaultValue("730d") Duration audit) {

        private static final Duration SHORTEST = Duration.ofDays(1);

        public Retention {
            atLeastADay("calls", calls);
            atLeastADay("flags", flags);
            atLeastADay("entries", entries);
            atLeastADay("audit", audit);
        }

        private static void atLeastADay(String key, Duration time) {
            if (time.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException("quell.storage.retention." + key + " is " + time.toSeconds()
                        + "s; it must be 1d or more, for example 90d");
            }
        }
    }
}
