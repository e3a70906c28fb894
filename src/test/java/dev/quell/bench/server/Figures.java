package dev.quell.bench.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a measuring program of its own process says. */
public final class Figures {

    private Figures() {}

    /** Runs a main class on the servers' cores, and gives the lines that it prints. */
    public static List<String> of(List<String> jvm, String main, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Cores.servers().prefix());
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(jvm);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(main + " failed: " + text);
        }
        return text.lines().toList();
    }

    /** The {@code key=value} words of a line. */
    public static Map<String, String> words(String line) {
        return Stream.of(line.split(" +"))
                .map(word -> word.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> pair[1], (first, second) -> second, LinkedHashMap::new));
    }
}
