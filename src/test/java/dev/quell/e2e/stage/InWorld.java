package dev.quell.e2e.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of scenarios that play in a world; each gets a {@link Scene} of its own. */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({Scenes.class, Again.class})
public @interface InWorld {

    /** The world's name; classes with the same name share it. It starts with the first and ends with the last scenario of the run. */
    String value();

    /** What its service's settings have beyond the tests' usual ones, as {@code key=value}. */
    String[] settings() default {};
}
