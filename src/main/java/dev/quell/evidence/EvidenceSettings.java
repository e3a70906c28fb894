package dev.quell.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings under {@code quell.evidence}.
 *
 * @param keyFile the Ed25519 key that signs packs; made at the first start, for its owner alone
 * @param mostCalls how many calls a pack holds at most, 1 to 100,000
 * @param mostSize how large a pack's files are at most in all, 1 MB to 4 GB; it takes that room on the disk twice while it is made
 * @param font a TrueType font with the glyphs of the site's languages; empty: one of those that Debian has, if it is there
 * @param recordings where the site keeps recordings
 * @param webhook where the chain's end goes, beside the log
 * @param kept packs that the console made, until they are fetched
 */
@ConfigurationProperties(prefix = "quell.evidence", ignoreUnknownFields = false)
public record EvidenceSettings(
        @DefaultValue("data/evidence-key") Path keyFile,
        @DefaultValue("20000") int mostCalls,
        @DefaultValue("256MB") DataSize mostSize,
        @DefaultValue("") String font,
        @DefaultValue Recordings recordings,
        @DefaultValue Webhook webhook,
        @DefaultValue Kept kept) {

    private static final int MOST = 100_000;
    private static final DataSize SMALLEST = DataSize.ofMegabytes(1);
    private static final DataSize LARGEST = DataSize.ofGigabytes(4);

    public EvidenceSettings {
        if (mostCalls < 1 || mostCalls > MOST) {
            throw new IllegalArgumentException("quell.evidence.most-calls is " + mostCalls
                    + "; it must lie between 1 and 100000, for example 20000");
        }
        if (mostSize.compareTo(SMALLEST) < 0 || mostSize.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(
                    "quell.evidence.most-size is " + mostSize + "; it must lie between 1MB and 4GB, for example 256MB");
        }
    }

    /**
     * Who else is told the chain's end.
     *
     * @param url HTTPS, or HTTP on this machine; empty: nobody
     * @param allowPrivate whether it may have a private address
     */
    public record Webhook(
            @DefaultValue("") String url,
            @DefaultValue("false") boolean allowPrivate) {

        private static final Pattern FORM = Pattern.compile(
                "|https://[^/@?# ]+([/?].*)?|http://(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]+)?(/.*)?");

        public Webhook {
            if (!FORM.matcher(url).matches()) {
                throw new IllegalArgumentException(
                        "quell.evidence.webhook.url: it must begin with https://, or with http://127.0.0.1 for this machine");
            }
        }
    }

    /**
     * Packs that wait to be fetched.
     *
     * @param time how long one waits, an hour to 90 days
     * @param mostSize when those that wait are so large no more are made, 1 MB to 100 GB
     */
    public record Kept(
            @DefaultValue("7d") Duration time,
            @DefaultValue("1GB") DataSize mostSize) {

        private static final Duration SHORTEST = Duration.ofHours(1);
        private static final Duration LONGEST = Duration.ofDays(90);
        private static final DataSize HUGE = DataSize.ofGigabytes(100);

        public Kept {
            if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("quell.evidence.kept.time is " + time.toSeconds()
                        + "s; it must lie between 1h and 90d, for example 7d");
            }
            if (mostSize.compareTo(SMALLEST) < 0 || mostSize.compareTo(HUGE) > 0) {
                throw new IllegalArgumentException("quell.evidence.kept.most-size is " + mostSize
                        + "; it must lie between 1MB and 100GB, for example 1GB");
            }
        }
    }

    /**
     * Where recordings are.
     *
     * @param directory empty: the site does not record
     * @param file a file's path below it; {@code {server}} and {@code {id}} stand for the call's Asterisk and its linked id
     */
    public record Recordings(
            @DefaultValue("") String directory,
            @DefaultValue("{id}.wav") String file) {
        public Recordings {
            if (!file.contains("{id}")) {
                throw new IllegalArgumentException(
                        "quell.evidence.recordings.file has no {id}; it names a call's file, for example {id}.wav");
            }
        }
    }
}
