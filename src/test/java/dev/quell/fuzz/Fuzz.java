package dev.quell.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;

/** Guides inputs by coverage for as long as is wanted, with Jazzer in a process of its own: {@code mvn -Pfuzz test -Dfuzz=number -Dfuzz.time=10m}. */
public final class Fuzz {

    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    /** Jazzer's own alarms that our tests' ways of looking at a server would set off. */
    private static final String QUIET = "com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery";

    private Fuzz() {}

    /**
     * Runs one target, or all one after the other.
     *
     * @param args a target's word or {@code all}; how long for each, such as {@code 10m}
     */
    public static void main(String[] args) throws Exception {
        List<Target> targets = args[0].equals("all") ? List.of(Target.values()) : List.of(Target.of(args[0]));
        Duration time = DurationStyle.detectAndParse(args[1]);
        List<String> failed = new ArrayList<>();
        for (Target target : targets) {
            System.out.printf("%n=== %s for %d s%n", target.word(), time.toSeconds());
            if (run(target, time) != 0) {
                failed.add(target.word());
            }
        }
        System.out.println(failed.isEmpty() ? "Nothing was found." : "Found in: " + String.join(", ", failed));
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    private static int run(Target target, Duration time) throws Exception {
        Path corpus = Files.createDirectories(Cases.scratch(target).resolve("corpus"));
        Path kept = Files.createDirectories(Cases.kept(target));
        Path seeds;
        Path words;
        try (FuzzTarget open = target.open()) {
            seeds = Cases.seeds(target, open.seeds());
            words = Cases.dictionary(target, open.words());
        }
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+EnableDynamicAgentLoading",
                "-Xmx1g",
                "-Dquell.fuzz=" + target.word(),
                "-cp",
                System.getProperty("java.class.path"),
                JAZZER,
                "--target_class=" + JazzerEntry.class.getName(),
                "--instrumentation_includes=dev.quell.**",
                "--instrumentation_excludes=dev.quell.fuzz.**",
                "--disabled_hooks=" + QUIET,
                "--reproducer_path=" + Cases.scratch(target),
                "-artifact_prefix=" + kept + "/",
                "-dict=" + words,
                "-timeout=20",
                "-rss_limit_mb=0",
                "-max_len=16384",
                "-print_final_stats=1",
                "-max_total_time=" + time.toSeconds(),
                corpus.toString(),
                kept.toString(),
                seeds.toString());
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        dropIfEmpty(kept);
        return exit;
    }

    private static void dropIfEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }
}
