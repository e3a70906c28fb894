package dev.quell.screening.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.quell.testing.ShippedSettings;
import dev.quell.traffic.ConcludedCall;
import dev.quell.traffic.TrafficLog;
import dev.quell.traffic.TrafficSettings;
import dev.quell.traffic.TrafficSiblings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What is told of a log that cannot be read at the start. */
class TrafficKeeperTest {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(TrafficKeeper.class);
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.setLevel(null);
        logger.detachAppender(lines);
    }

    private TrafficKeeper keeper() {
        TrafficSettings settings = ShippedSettings.of("quell.traffic", TrafficSettings.class);
        return new TrafficKeeper(
                new LiveTraffic(settings, new TrafficReporter(settings), beans.getBeanProvider(TrafficSiblings.class)),
                new TrafficMeters(new SimpleMeterRegistry()),
                beans.getBeanProvider(TrafficLog.class),
                Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC));
    }

    /** A log whose reading breaks off after something has happened. */
    private void breaksOffAfter(Runnable happening) {
        beans.addBean("log", new TrafficLog() {
            @Override
            public void calls(Instant from, Instant to, Consumer<ConcludedCall> consumer) {
                happening.run();
                throw new IllegalStateException("interrupted while the database was asked");
            }

            @Override
            public void flags(Instant from, Instant to, Consumer<FlaggedCall> consumer) {}
        });
    }

    @Test
    void aLogThatCannotBeReadIsAFaultOfTheDatabase() {
        breaksOffAfter(() -> {});

        keeper().run();

        assertThat(lines.list)
                .filteredOn(line -> line.getLevel() == Level.WARN)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).contains("Look at the database"));
    }

    @Test
    void aReadingThatEndsWithTheServiceIsNone() {
        TrafficKeeper keeper = keeper();
        breaksOffAfter(keeper::destroy);

        keeper.run();

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.INFO);
    }
}
