package dev.quell;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The service: screens every inbound call of a call centre that runs Asterisk. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
@ConfigurationPropertiesScan
public class QuellApplication {

    static void main(String[] args) {
        SpringApplication.run(QuellApplication.class, args);
    }

    /** The one clock of the service; tests put a moving one in its place. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
