package dev.quell.storage.share;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Marks beans that are only there where {@code spring.datasource.url} names a PostgreSQL. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(WherePostgres.Named.class)
public @interface WherePostgres {

    /** Whether the settings name a PostgreSQL. */
    final class Named implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Destinations.of(context.getEnvironment()).names().contains(Destinations.POSTGRES);
        }
    }
}
