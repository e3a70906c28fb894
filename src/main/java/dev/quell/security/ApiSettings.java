package dev.quell.security;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings under {@code quell.api}: who may use the REST interface and how much at once.
 *
 * @param tokenFile file that holds the token; made at first start if it is not there
 * @param maxBody longest request body that is read, 1 KB to 10 MB
 * @param maxImport longest list that is taken in at once, 1 KB to 1 GB
 * @param limit how many requests to the interface are let through, those of all instances counted together
 * @param failures how many wrong tokens of one address are answered and logged one by one
 */
@ConfigurationProperties(prefix = "quell.api", ignoreUnknownFields = false)
public record ApiSettings(
        Path tokenFile,
        DataSize maxBody,
        DataSize maxImport,
        @DefaultValue Limit limit,
        Failures failures) {
    private static final DataSize LEAST = DataSize.ofKilobytes(1);
    private static final DataSize MOST = DataSize.ofMegabytes(10);
    private static final DataSize MOST_IMPORT = DataSize.ofGigabytes(1);

    public ApiSettings {
        if (maxBody.compareTo(LEAST) < 0 || maxBody.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("quell.api.max-body: must lie between 1KB and 10MB, such as 64KB");
        }
        if (maxImport.compareTo(LEAST) < 0 || maxImport.compareTo(MOST_IMPORT) > 0) {
            throw new IllegalArgumentException("quell.api.max-import: must lie between 1KB and 1GB, such as 64MB");
        }
    }

    /**
     * A limit on requests.
     *
     * @param burst so many at once, 1 or more
     * @param per the time in which so many become allowed again, longer than 0
     */
    public record Limit(
            @DefaultValue("1000") int burst,
            @DefaultValue("10s") Duration per) {
        public Limit {
            if (!per.isPositive() || burst < 1) {
                throw new IllegalArgumentException("quell.api.limit: burst must be at least 1 and per longer than 0,"
                        + " such as { burst: 1000, per: 10s }");
            }
        }
    }

    /**
     * A limit in fail2ban's words.
     *
     * @param findTime the time in which so many more are answered again
     * @param maxRetry this often; further ones are refused without a look and without a log line
     */
    public record Failures(Duration findTime, int maxRetry) {
        public Failures {
            if (!findTime.isPositive() || maxRetry < 1) {
                throw new IllegalArgumentException("quell.api.failures: find-time must be longer than 0 and max-retry"
                        + " at least 1, such as { find-time: 1m, max-retry: 10 }");
            }
        }
    }
}
