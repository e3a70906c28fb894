package dev.quell.testing.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Marks tests that start a {@link PostgresServer}; left out only where none is installed, and never in CI. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "dev.quell.testing.servers.PostgresServer#expected",
        disabledReason = "there is no PostgreSQL server, neither in /usr/lib/postgresql nor on the PATH")
public @interface NeedsPostgres {}
