package dev.quell.e2e.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A class of scenarios that break things: they have a world of their own, play one at a time, and each begins in order. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@InWorld("disturbed")
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("disturbed")
@ExtendWith(Repair.class)
public @interface Disturbing {}
