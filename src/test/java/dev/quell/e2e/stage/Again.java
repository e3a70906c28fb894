package dev.quell.e2e.stage;

import dev.quell.e2e.server.Standstill;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * Plays a scenario again that failed while the machine stood still: a second in which nobody works is longer than a call waits for its verdict, and so makes
 * other calls of the same scenario. Twice at most; what fails on a machine that works has failed.
 */
public final class Again implements InvocationInterceptor {

    /** A machine that is only busy does not wake a thread so late. */
    private static final Duration STOOD = Duration.ofMillis(400);

    private static final int MOST = 3;

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        play(invocation, method, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        play(invocation, method, context);
    }

    private static void play(
            Invocation<Void> first, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Standstill machine = Standstill.watch();
        Throwable failure = attempt(first::proceed);
        for (int n = 2; n <= MOST && failure != null && machine.longest().compareTo(STOOD) > 0; n++) {
            System.out.println("       again, as the machine stood still for "
                    + machine.longest().toMillis() + " ms: " + failure);
            Throwable before = failure;
            machine = Standstill.watch();
            failure = attempt(() -> once(method, context, before));
        }
        if (failure != null) {
            throw failure;
        }
    }

    private interface Playing {
        Object play() throws Throwable;
    }

    /** What went wrong, null if nothing did. */
    private static Throwable attempt(Playing playing) {
        try {
            playing.play();
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (Throwable e) {
            return e;
        }
    }

    /** What JUnit does before a scenario, and the scenario on a new stage. */
    private static Object once(ReflectiveInvocationContext<Method> method, ExtensionContext context, Throwable failure)
            throws ReflectiveOperationException {
        Object[] arguments = method.getArguments().stream()
                .map(argument -> argument instanceof Scene ? Scenes.renewed(context, failure) : argument)
                .toArray();
        if (AnnotationSupport.isAnnotated(context.getRequiredTestClass(), Disturbing.class)) {
            Repair.of(context);
        }
        Object target = method.getTarget().orElseThrow();
        for (Method before : AnnotationSupport.findAnnotatedMethods(
                target.getClass(), BeforeEach.class, HierarchyTraversalMode.TOP_DOWN)) {
            before.setAccessible(true);
            before.invoke(target);
        }
        method.getExecutable().setAccessible(true);
        return method.getExecutable().invoke(target, arguments);
    }
}
