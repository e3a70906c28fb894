package dev.quell.testing.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A private PostgreSQL on a loopback port of its own, with its data in a folder of its own. What it has confirmed outlives a kill of the server; nothing
 * is promised for a crash of the machine, unless {@code fsync=on} is asked for.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String USER = "quell";
    private static final String PASSWORD = "not-a-secret";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable Path template;
    private static @Nullable PostgresServer shared;

    private final Path folder;
    private final List<String> options;
    private final int port = Ports.free();
    private Process process;

    private PostgresServer(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
        this.process = begin();
    }

    /** Whether tests with PostgreSQL are to run: it is installed, or the build's machine says that it must be. */
    public static boolean expected() {
        return System.getenv("CI") != null || PostgresPrograms.installed();
    }

    /** A server of one's own that takes connections when this returns. @param options as {@code fsync=on}, {@code max_connections=20} */
    public static synchronized PostgresServer start(String... options) {
        try {
            Path folder = Files.createTempDirectory("quell-postgres");
            Programs.run("cp", "-a", template().toString() + "/.", folder.toString());
            PostgresPrograms.give(folder);
            PostgresServer server = new PostgresServer(folder, List.of(options));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that tests share; nobody stops it, and each takes a database of its own from it. */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** A role that may do everything. */
    public String user() {
        return USER;
    }

    /** The role's password. */
    public String password() {
        return PASSWORD;
    }

    /** The way to a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Makes an empty database; its name. */
    public String newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        run("postgres", "create database " + name);
        return name;
    }

    /** Settings with which a Quell uses a database, each as a program argument. */
    public String[] settings(String database) {
        return new String[] {
            "--spring.datasource.url=" + url(database),
            "--spring.datasource.username=" + USER,
            "--spring.datasource.password=" + PASSWORD
        };
    }

    /** A connection of a test's own. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database) + "?connectTimeout=2&loginTimeout=2&socketTimeout=20", USER, PASSWORD);
    }

    /** Runs a statement in a database. */
    public void run(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Asks it to stop; open connections are cut, transactions in them undone. */
    public void stop() {
        signal("INT", List.of(process.toHandle()));
        process.onExit().join();
    }

    /** Kills it and all its processes at once, as {@code kill -9}. */
    public void kill() {
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** Stops all of it from doing anything while its connections stay, as {@code kill -STOP}. */
    public void freeze() {
        signal("STOP", List.of(process.toHandle()));
        signal("STOP", process.descendants().toList());
    }

    /** Lets a frozen one go on. */
    public void thaw() {
        signal("CONT", all());
    }

    /** Starts it again after its end, with the data it had. */
    public void restart() {
        process = begin();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
        Programs.run("rm", "-rf", folder.toString());
    }

    private Process begin() {
        List<String> command = new ArrayList<>(PostgresPrograms.command(
                "postgres", "-D", folder.toString(), "-p", "" + port, "-c", "listen_addresses=127.0.0.1"));
        command.addAll(List.of("-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "shared_buffers=32MB"));
        options.forEach(option -> command.addAll(List.of("-c", option)));
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("server.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("postgres cannot be started", e);
        }
        await().pollInterval(Duration.ofMillis(20)).until(this::answers);
        return process;
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        for (ProcessHandle each : processes) {
            try {
                Programs.run("kill", "-" + name, Long.toString(each.pid()));
            } catch (IllegalStateException e) {
                if (each.isAlive()) {
                    throw e;
                }
            }
        }
    }

    /** A fresh data folder, made once a JVM: making one takes a second, a copy of it a tenth. */
    private static Path template() throws IOException {
        if (template == null) {
            Path made = Files.createTempDirectory("quell-postgres-template");
            Path password = Files.writeString(made.resolve("password"), PASSWORD);
            PostgresPrograms.give(made);
            Path data = made.resolve("data");
            Programs.run(PostgresPrograms.command(
                            "initdb",
                            "--no-sync",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--auth=scram-sha-256",
                            "--username=" + USER,
                            "--pwfile=" + password,
                            "--pgdata=" + data)
                    .toArray(String[]::new));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Programs.run("rm", "-rf", made.toString())));
            template = data;
        }
        return template;
    }
}
