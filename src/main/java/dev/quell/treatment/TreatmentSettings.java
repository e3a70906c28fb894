package dev.quell.treatment;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.treatment}: the dialogues' scripts and what counts as speech in them.
 *
 * @param speechBurst speech has one burst at least so long; positive
 * @param speechSum and all bursts together are at least so long; not less than {@code speechBurst}
 */
@ConfigurationProperties(prefix = "quell.treatment", ignoreUnknownFields = false)
public record TreatmentSettings(
        @DefaultValue("120ms") Duration speechBurst,
        @DefaultValue("400ms") Duration speechSum,
        @DefaultValue Listen listen,
        @DefaultValue Challenge challenge) {

    private static final Pattern PROMPT = Pattern.compile("[a-z0-9-]{1,32}");

    public TreatmentSettings {
        within("speech-burst", speechBurst, Duration.ofMillis(20), Duration.ofSeconds(5));
        within("speech-sum", speechSum, speechBurst, Duration.ofSeconds(10));
    }

    /**
     * The listen dialogue.
     *
     * @param before from the start to the first prompt
     * @param spacing from one prompt's start to the next, and from the last prompt's start to the release
     * @param prompts recordings under {@code quell/}, at least one
     * @param promptAtMost longer than any of the recordings
     * @param noiseAfter sound without a pause for this long is noise
     * @param noMediaAfter no packet since the start for this long is a technical fault
     */
    public record Listen(
            @DefaultValue("6s") Duration before,
            @DefaultValue("5s") Duration spacing,

            @DefaultValue({"listen-1", "listen-2", "listen-3"})
            List<String> prompts,

            @DefaultValue("4s") Duration promptAtMost,
            @DefaultValue("15s") Duration noiseAfter,
            @DefaultValue("5s") Duration noMediaAfter) {

        public Listen {
            within("listen.before", before, Duration.ofSeconds(1), Duration.ofMinutes(1));
            within("listen.spacing", spacing, Duration.ofSeconds(1), Duration.ofMinutes(1));
            within("listen.prompt-at-most", promptAtMost, Duration.ofSeconds(1), Duration.ofMinutes(1));
            within("listen.noise-after", noiseAfter, Duration.ofSeconds(2), Duration.ofMinutes(2));
            within("listen.no-media-after", noMediaAfter, Duration.ofSeconds(1), Duration.ofMinutes(1));
            if (prompts.isEmpty()) {
                throw new IllegalArgumentException(
                        "quell.treatment.listen.prompts is empty; nobody may be released without a word, name at least one prompt");
            }
            prompts.forEach(prompt -> named("listen.prompts", prompt));
            prompts = List.copyOf(prompts);
        }
    }

    /**
     * The challenge.
     *
     * @param prompt recording under {@code quell/}
     * @param promptAtMost longer than the recording
     * @param passAfter the caller passes so long after the start
     */
    public record Challenge(
            @DefaultValue("challenge") String prompt,
            @DefaultValue("6s") Duration promptAtMost,
            @DefaultValue("12s") Duration passAfter) {

        public Challenge {
            within("challenge.prompt-at-most", promptAtMost, Duration.ofSeconds(1), Duration.ofMinutes(1));
            within("challenge.pass-after", passAfter, Duration.ofSeconds(2), Duration.ofMinutes(1));
            named("challenge.prompt", prompt);
        }
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("quell.treatment." + key + " is " + value.toMillis()
                    + "ms; it must be from " + least.toMillis() + "ms to " + most.toMillis() + "ms");
        }
    }

    private static void named(String key, String prompt) {
        if (!PROMPT.matcher(prompt).matches()) {
            throw new IllegalArgumentException("quell.treatment." + key + " has '" + prompt
                    + "'; a prompt's name is 1 to 32 small letters, digits and hyphens, without folder or ending");
        }
    }
}
