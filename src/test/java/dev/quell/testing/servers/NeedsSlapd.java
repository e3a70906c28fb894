package dev.quell.testing.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Marks tests that start a {@link SlapdServer}; left out only where none is installed, and never in CI. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "dev.quell.testing.servers.SlapdServer#expected",
        disabledReason = "there is no slapd in /usr/sbin: apt-get install slapd")
public @interface NeedsSlapd {}
