import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Lays out what the Debian package installs in /usr/lib/quell: the program with its libraries apart, a Java runtime with only the modules it needs, and
 * the cache from a trial run that makes it start quickly. The cache names no folder, so that it holds after the move, but it holds for these very
 * files only.
 *
 * <p>{@code java src/deb/Stage.java target/quell.jar src/deb/java.options 2026-11-01T00:00:00Z target/deb}: the moment is what every file of the package
 * is dated, which the cache looks at.
 */
final class Stage {

    /** Found by jdeps over the program and its libraries; the rest is what only a running service asks for. */
    private static final String MODULES = String.join(
            ",",
            "java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.prefs",
            "java.scripting,java.security.jgss,java.security.sasl,java.sql,java.sql.rowset,java.xml",
            "jdk.crypto.ec,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs");

    private static final Duration TRIAL = Duration.ofMinutes(2);

    private final Path jar;
    private final Path options;
    private final FileTime dated;
    private final Path home;
    private final Path scratch;

    private Stage(Path jar, Path options, FileTime dated, Path target) {
        this.jar = jar;
        this.options = options;
        this.dated = dated;
        this.home = target.resolve("lib");
        this.scratch = target.resolve("trial");
    }

    static void main(String[] args) throws Exception {
        if (args.length != 4) {
            throw new IllegalArgumentException(
                    "four things are needed: quell.jar, java.options, the files' date, and a folder to work in");
        }
        Path target = Path.of(args[3]).toAbsolutePath();
        remove(target);
        Files.createDirectories(target);
        FileTime dated = FileTime.from(Instant.parse(args[2]));
        new Stage(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath(), dated, target).run();
    }

    private void run() throws IOException, InterruptedException {
        say("taking the program apart");
        extract();
        say("making a runtime of its own");
        runtime();
        Files.copy(options, home.resolve("java.options"));
        date();
        say("a trial run, for the cache that makes it start quickly");
        trial();
        remove(scratch);
        say("laid out in " + home + ": " + (size(home) >> 20) + " MB");
    }

    private void extract() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", home.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(jar + " could not be taken apart; is it the program's jar?");
        }
    }

    private void runtime() throws IOException {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IOException("this JDK has no jlink; take a whole JDK 25, for example Temurin's"));
        int status = jlink.run(
                System.out,
                System.err,
                "--add-modules",
                MODULES,
                "--include-locales=en,zh",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                home.resolve("runtime").toString());
        if (status != 0) {
            throw new IOException("jlink failed; this JDK cannot make a runtime of itself, take Temurin's JDK 25");
        }
    }

    private void date() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, dated);
            }
        }
    }

    /** Starts the service as the package does, on ports of its own and without a site's settings, until calls would be screened, and has it make a pack. */
    private void trial() throws IOException, InterruptedException {
        Files.createDirectories(scratch);
        int port = free();
        Process process = new ProcessBuilder(command(port))
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> told = new ArrayList<>();
        boolean screened;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            screened = until(output, "Calls are screened", told);
            if (screened) {
                told.add("a pack: " + pack(port));
            }
            process.toHandle().destroy();
            output.lines().forEach(told::add);
        }
        boolean ended = process.waitFor(TRIAL.toSeconds(), TimeUnit.SECONDS);
        if (!screened || !told.contains("a pack: 200") || !ended || !Files.exists(cache())) {
            throw new IOException("the trial run failed:\n" + String.join("\n", told));
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Has it make an evidence pack, so that what makes PDFs is found in this runtime before a customer asks for it, and is in the cache; tells what came of it. */
    private String pack(int port) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest order = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/evidence"))
                    .timeout(TRIAL)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + Files.readString(scratch.resolve("data/api-token")).strip())
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"source\":\"+8613800138000\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\",\"who\":\"quell\",\"reason\":\"trial\"}"))
                    .build();
            HttpResponse<byte[]> answer = client.send(order, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? "200" : new String(answer.body(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }

    private List<String> command(int port) {
        return List.of(
                home.resolve("runtime/bin/java").toString(),
                "@" + home.resolve("java.options"),
                "-XX:AOTCacheOutput=" + cache(),
                "-jar",
                home.resolve("quell.jar").toString(),
                "--server.port=" + port,
                "--quell.asterisk.agi.port=0",
                "--quell.data-directory=" + scratch.resolve("data"));
    }

    private Path cache() {
        return home.resolve("quell.aot");
    }

    private static boolean until(BufferedReader output, String words, List<String> told) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            told.add(line);
            if (line.contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void say(String words) {
        System.out.println("package: " + words);
    }
}
