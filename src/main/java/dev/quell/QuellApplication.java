package dev.quell;

import dev.quell.cli.Commands;
import dev.quell.cli.Invocation;
import dev.quell.cli.QuietLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.autoconfigure.metrics.DataRepositoryMetricsAutoConfiguration;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The program: the service that screens every inbound call of a call centre that runs Asterisk, and its commands. */
@SpringBootApplication(
        exclude = {
            // The database is opened and migrated by the storage itself, without transactions of Spring's.
            FlywayAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            // There are no users but the holder of the token, no pages of rows as Spring Data has them.
            UserDetailsServiceAutoConfiguration.class,
            DataRepositoryMetricsAutoConfiguration.class,
            DataWebAutoConfiguration.class,
            AopAutoConfiguration.class,
        },
        // Jackson 2 is there for the interface's description alone.
        excludeName =
                "org.springframework.boot.actuate.autoconfigure.endpoint.jackson.Jackson2EndpointAutoConfiguration")
@ConfigurationPropertiesScan
public class QuellApplication {

    static void main(String[] args) {
        Invocation invocation = Invocation.of(args);
        if (invocation.serves()) {
            SpringApplication.run(QuellApplication.class, invocation.settings().toArray(String[]::new));
        } else {
            System.exit(command(invocation));
        }
    }

    private static int command(Invocation invocation) {
        QuietLog.silence();
        return Commands.run(
                invocation,
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Clock.system(ZoneId.systemDefault()));
    }

    /** The one clock of the service; tests put a moving one in its place. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What time this instance takes it to be, for an alarm on clocks that differ. */
    @Bean
    MeterBinder clockMetric(Clock clock) {
        return registry -> Gauge.builder("quell.clock", clock, now -> now.millis() / 1000.0)
                .baseUnit("seconds")
                .description("What time it is here, in seconds since 1970")
                .register(registry);
    }
}
