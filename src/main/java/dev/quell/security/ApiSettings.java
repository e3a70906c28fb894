package dev.quell.security;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The settings under {@code quell.api}: who may use the REST interface and how much at once.
 *
 * @param tokenFile file that holds the token; made at first start if it is not there
 * @param maxBody longest request body that is read, 1 KB to 10 MB
 * @param failures how many wrong tokens of one address are answered and logged one by one
 */
@ConfigurationProperties(prefix = "quell.api", ignoreUnknownFields = false)
public record ApiSettings(Path tokenFile, DataSize maxBody, Failures failures) {
    private static final DataSize LEAST = DataSize.ofKilobytes(1);
    private static final DataSize MOST = DataSize.ofMegabytes(10);

    public ApiSettings {
        if (maxBody.compareTo(LEAST) < 0 || maxBody.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("quell.api.max-body: must lie between 1KB and 10MB, such as 64KB");
        }
    }

    /**
     * A limit in fail2ban's words.
     *
     * @param findTime within this time
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
