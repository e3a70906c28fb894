package dev.quell.faults.world;

import dev.quell.QuellApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The service with a clock that jumps when the file {@code clock} beside it says by how many milliseconds it is wrong. */
public final class MovableClockQuell {

    private static final Path FILE = Path.of("clock");

    private MovableClockQuell() {}

    /** Starts the service as its own main class does. */
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(QuellApplication.class, Clocks.class);
        application.run(args);
    }

    /** Sets the clock of a service by its folder. */
    public static void set(Path folder, Duration wrongBy) {
        try {
            Path next = folder.resolve("clock.next");
            Files.writeString(next, Long.toString(wrongBy.toMillis()));
            Files.move(next, folder.resolve(FILE), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the clock before the service's own. */
    @Configuration(proxyBeanMethods = false)
    public static class Clocks {

        /** A clock that looks at the file every few milliseconds. */
        @Bean
        @Primary
        Clock movableClock() {
            return new MovableClock();
        }
    }

    private static final class MovableClock extends Clock {

        private static final long LOOK_NANOS = 5_000_000;

        private volatile long lookAt = System.nanoTime();
        private volatile long wrongBy;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            if (System.nanoTime() - lookAt >= 0) {
                lookAt = System.nanoTime() + LOOK_NANOS;
                wrongBy = read();
            }
            return Clock.systemUTC().instant().plusMillis(wrongBy);
        }

        private static long read() {
            try {
                return Files.exists(FILE) ? Long.parseLong(Files.readString(FILE)) : 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
