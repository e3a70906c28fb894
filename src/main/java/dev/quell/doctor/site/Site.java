package dev.quell.doctor.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * What the settings say about where things are. They are taken for checked: a fault in them is told before anything else is looked at.
 *
 * @param data the data directory, absolute
 * @param http where the REST interface is
 * @param agi where FastAGI is
 * @param apiToken the REST interface's token file
 * @param asteriskToken the installation token's file
 * @param asterisks the manager connections by the Asterisk's name, sorted
 */
public record Site(
        Path data,
        Address http,
        Agi agi,
        Path apiToken,
        Path asteriskToken,
        Map<String, Manager> asterisks,
        Storage storage,
        Dialogues dialogues,
        boolean redis,
        String postgres) {

    /** An address to listen at; an empty one is every address. */
    public record Address(
            @DefaultValue("127.0.0.1") String address,
            @DefaultValue("8427") int port) {}

    /** The FastAGI port, see {@code quell.asterisk.agi}. */
    public record Agi(
            @DefaultValue("127.0.0.1") String bind,
            @DefaultValue("4573") int port,
            @DefaultValue List<String> peers,
            @DefaultValue("10000") int maxCalls) {

        public Agi {
            peers = List.copyOf(peers);
        }
    }

    /** A manager connection, see {@code quell.ami.servers}. */
    public record Manager(
            String host,
            @DefaultValue("5038") int port,
            @DefaultValue("quell") String username,
            @Nullable String password,
            @Nullable Path passwordFile,
            @DefaultValue("false") boolean tls) {

        /** The password as it stands in the settings or in the first line of its file. */
        public String secret() throws IOException {
            if (passwordFile == null) {
                return password == null ? "" : password;
            }
            try (BufferedReader lines = Files.newBufferedReader(passwordFile)) {
                String first = lines.readLine();
                return first == null ? "" : first.strip();
            }
        }
    }

    /** What is kept, see {@code quell.storage}. */
    public record Storage(
            @DefaultValue("64MB") DataSize journal,
            @DefaultValue("96MB") DataSize historyCache) {}

    /** How long prompts of dialogues may be. */
    public record Dialogues(Duration listen, Duration challenge) {}

    /** Reads them. */
    public static Site of(Environment environment) {
        Binder binder = Binder.get(environment);
        Path data = path(binder, "quell.data-directory", "data");
        return new Site(
                data,
                binder.bindOrCreate("server", Address.class),
                binder.bindOrCreate("quell.asterisk.agi", Agi.class),
                path(binder, "quell.api.token-file", data + "/api-token"),
                path(binder, "quell.asterisk.token-file", data + "/asterisk-token"),
                new TreeMap<>(binder.bind("quell.ami.servers", Bindable.mapOf(String.class, Manager.class))
                        .orElse(Map.of())),
                binder.bindOrCreate("quell.storage", Storage.class),
                new Dialogues(
                        length(binder, "quell.treatment.listen.prompt-at-most", Duration.ofSeconds(4)),
                        length(binder, "quell.treatment.challenge.prompt-at-most", Duration.ofSeconds(6))),
                binder.bind("quell.redis.enabled", Boolean.class).orElse(false),
                text(binder, "spring.datasource.url"));
    }

    private static Path path(Binder binder, String key, String otherwise) {
        return binder.bind(key, Path.class)
                .orElse(Path.of(otherwise))
                .toAbsolutePath()
                .normalize();
    }

    private static Duration length(Binder binder, String key, Duration otherwise) {
        return binder.bind(key, Duration.class).orElse(otherwise);
    }

    private static String text(Binder binder, String key) {
        @Nullable String value = binder.bind(key, String.class).orElse(null);
        return value == null ? "" : value.strip();
    }
}
