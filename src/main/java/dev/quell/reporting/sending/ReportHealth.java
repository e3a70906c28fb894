package dev.quell.reporting.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether reports arrive. DEGRADED at worst, which is answered with 200: no call needs them. */
@Component
final class ReportHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "reports could not be mailed");

    private static final Logger LOG = LoggerFactory.getLogger(ReportHealth.class);
    private static final Duration RECENT = Duration.ofDays(7);

    private final ReportBook book;
    private final Clock clock;

    ReportHealth(ReportBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Health health() {
        try {
            List<SentMail> failing = book.failing(clock.instant().minus(RECENT));
            return failing.isEmpty()
                    ? Health.up().build()
                    : Health.status(DEGRADED)
                            .withDetail("mails", failing.size())
                            .withDetail("why", failing.getLast().fault())
                            .build();
        } catch (RuntimeException e) {
            LOG.debug("The book of reports cannot be read", e);
            return Health.unknown()
                    .withDetail("why", "the book of reports cannot be read")
                    .build();
        }
    }
}
