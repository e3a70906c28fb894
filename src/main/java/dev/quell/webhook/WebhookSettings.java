package dev.quell.webhook;

import dev.quell.call.SettingFaults;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.webhooks}: who is told what happens.
 *
 * @param targets who, by a name of 1 to 32 letters, digits or hyphens
 * @param queue how many messages may wait for one target, 100 to 1000000; beyond it the oldest are dropped
 * @param keepTrying how long a message is tried, 1m to 7d
 * @param patience how long a target may take to answer, 1s to 1m
 */
@ConfigurationProperties(prefix = "quell.webhooks", ignoreUnknownFields = false)
public record WebhookSettings(
        @DefaultValue Map<String, Target> targets,
        @DefaultValue("10000") int queue,
        @DefaultValue("24h") Duration keepTrying,
        @DefaultValue("10s") Duration patience) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final int LEAST_QUEUE = 100;
    private static final int MOST_QUEUE = 1_000_000;

    public WebhookSettings {
        targets = Map.copyOf(targets);
        SettingFaults faults = SettingFaults.in("quell.webhooks")
                .require(queue >= LEAST_QUEUE && queue <= MOST_QUEUE, "queue", "must be 100 to 1000000, such as 10000")
                .require(
                        within(keepTrying, Duration.ofMinutes(1), Duration.ofDays(7)),
                        "keep-trying",
                        "must be 1m to 7d, such as 24h")
                .require(
                        within(patience, Duration.ofSeconds(1), Duration.ofMinutes(1)),
                        "patience",
                        "must be 1s to 1m, such as 10s");
        targets.keySet()
                .forEach(name -> faults.require(
                        NAME.matcher(name).matches(),
                        "targets",
                        "'" + name + "' is no name for a target; write 1 to 32 letters, digits or hyphens"));
        targets.forEach((name, target) -> target.check("targets." + name, faults));
        faults.throwIfAny();
    }

    private static boolean within(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    /** How callers' numbers are written in messages. */
    public enum Numbers {
        /** As they are. */
        WHOLE,
        /** Country and last three digits. */
        MASKED
    }

    /**
     * Whom to tell.
     *
     * @param url where to; {@code https}, or {@code http} with {@code allowPrivate}
     * @param events what of: an event's word, or its part before the dot; empty: everything
     * @param secret signs the messages: {@code whsec_} and the BASE64 of 24 to 64 bytes; exactly one of the two is given
     * @param secretFile a file with the secret in its first line, read for each message
     * @param allowPrivate whether the address may be one of a private network or of this machine
     * @param numbers how callers' numbers are written
     */
    public record Target(
            String url,
            @DefaultValue List<String> events,
            @Nullable String secret,
            @Nullable Path secretFile,
            @DefaultValue("false") boolean allowPrivate,
            @DefaultValue("whole") Numbers numbers) {

        public Target {
            events = List.copyOf(events);
        }

        private void check(String key, SettingFaults faults) {
            faults.require(
                            address().isPresent(),
                            key + ".url",
                            "must be an absolute https address without a user in it, such as https://example.org/quell")
                    .require(
                            address()
                                    .map(to -> allowPrivate || to.getScheme().equals("https"))
                                    .orElse(true),
                            key + ".url",
                            "http is for private networks alone: write https, or set allow-private: true")
                    .require(
                            (secret == null) != (secretFile == null),
                            key + ".secret",
                            "give secret-file, a file with the secret in its first line, or secret, and not both");
            String written = secret;
            if (written != null) {
                faults.require(Secret.read(written).isPresent(), key + ".secret", Secret.FORM);
            }
            events.forEach(event -> faults.require(
                    EventKind.isKnown(event),
                    key + ".events",
                    "'" + event + "' is none of " + EventKind.words() + ", nor the part of one before the dot"));
        }

        /** Where to; empty if it is no address. */
        Optional<URI> address() {
            try {
                URI to = new URI(url);
                boolean sound = ("https".equals(to.getScheme()) || "http".equals(to.getScheme()))
                        && to.getHost() != null
                        && to.getRawUserInfo() == null
                        && to.getRawFragment() == null;
                return sound ? Optional.of(to) : Optional.empty();
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        }

        /** Whether it is to be told. */
        boolean wants(EventKind kind) {
            return kind == EventKind.TEST || events.isEmpty() || events.stream().anyMatch(kind::isMeantBy);
        }

        /** The address without what may be secret in it: many services have the secret in the path. */
        public String shown() {
            return address()
                    .map(to -> to.getScheme() + "://" + to.getAuthority()
                            + (to.getPath().length() > 1 ? "/…" : ""))
                    .orElse("");
        }

        /** Shows nothing of the secret. */
        @Override
        public String toString() {
            return "Target[" + shown() + "]";
        }
    }
}
