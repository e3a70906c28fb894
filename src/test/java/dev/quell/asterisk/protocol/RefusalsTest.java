package dev.quell.asterisk.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusalsTest {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Clock clock = mock(Clock.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Refusals.class);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        when(clock.instant()).thenReturn(Instant.ofEpochSecond(1000));
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
    }

    @Test
    void oneLineSaysWhatWasWrongAndTheMetricCounts() {
        Refusals refusals = new Refusals(meters, clock, "quell.agi.rejected", "The call passes.");

        refusals.note(new RefusedException(Refusal.KEY_TWICE, "the key srv came twice"), "127.0.0.1", "screen");

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Refused (key-twice) screen from 127.0.0.1: the key srv came twice. The call passes.");
        assertThat(count("key-twice")).isEqualTo(1);
        assertThat(count("token")).isZero();
    }

    @Test
    void aConnectionWithoutARequestIsCountedAndNotLogged() {
        Refusals refusals = new Refusals(meters, clock, "quell.agi.rejected", "The call passes.");

        refusals.note(new RefusedException(Refusal.NO_REQUEST, "closed"), "127.0.0.1", "connection");

        assertThat(count("no-request")).isEqualTo(1);
        assertThat(log.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.INFO))
                .isEmpty();
    }

    @Test
    void aFloodIsCountedWholeAndLoggedInPart() {
        Refusals refusals = new Refusals(meters, clock, "quell.agi.rejected", "The call passes.");
        RefusedException refused = new RefusedException(Refusal.GARBAGE, "no request");

        for (int i = 0; i < 25; i++) {
            refusals.note(refused, "127.0.0.1", "connection");
        }
        assertThat(log.list).hasSize(Refusals.LINES_PER_SECOND);
        when(clock.instant()).thenReturn(Instant.ofEpochSecond(1002));
        refusals.note(refused, "127.0.0.1", "connection");

        assertThat(log.list).hasSize(Refusals.LINES_PER_SECOND + 1);
        assertThat(log.list.getLast().getFormattedMessage()).endsWith(" 15 more refusals were not logged.");
        assertThat(count("garbage")).isEqualTo(26);
    }

    private double count(String reason) {
        return meters.get("quell.agi.rejected").tag("reason", reason).counter().count();
    }
}
