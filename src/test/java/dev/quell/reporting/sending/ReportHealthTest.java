package dev.quell.reporting.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ReportHealthTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant WEEK = NOW.minus(Duration.ofDays(7));

    private final ReportBook book = mock(ReportBook.class);
    private final ReportHealth health = new ReportHealth(book, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void mailsThatFailAreDegradedAndNameNobody() {
        when(book.failing(WEEK))
                .thenReturn(List.of(
                        new SentMail(17, "lead@example.org", NOW, 1, Optional.of(NOW), Optional.empty(), "away")));

        Health now = health.health();

        assertThat(now.getStatus()).isEqualTo(ReportHealth.DEGRADED);
        assertThat(now.getDetails()).containsEntry("mails", 1).containsEntry("why", "away");
        assertThat(now.toString()).doesNotContain("lead@example.org");
    }

    @Test
    void withoutFailureAllIsWellAndWithoutABookNobodyKnows() {
        when(book.failing(WEEK)).thenReturn(List.of());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        when(book.failing(WEEK)).thenThrow(new IllegalStateException("away"));
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    }
}
