package dev.quell.bench.page;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * The load's own process. It runs under ZGC: with the default collector it stands still for 10 ms and more while it holds thousands of calls, and its open
 * loop would count that as the server's time.
 */
final class LoadProcess {

    private static final String COLLECTOR = "-XX:+UseZGC";

    private LoadProcess() {}

    /** Whether this is such a process. */
    static boolean isThis() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().contains(COLLECTOR);
    }

    /** Runs a main class as such a process, with this one's class path and properties of {@code quell.}; gives its exit status. */
    static int run(Class<?> main, String... args) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), COLLECTOR));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("quell."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
