package dev.quell.prompt;

import dev.quell.share.Errands;
import dev.quell.share.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether other instances have the same recordings: each looks at its own machine's folder, and an Asterisk plays what lies on its own. */
@Component
public final class PromptPeers {
    private static final String KIND = "prompts";
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Pattern QUESTION = Pattern.compile("(en|zh):([0-9a-f]{16})");
    private static final Pattern ANSWER = Pattern.compile("([A-Za-z0-9.-]{1,64})((?: (?:en|zh)){1,2})");

    private final PromptFiles files;
    private final Errands errands;
    private final Clock clock;
    private final String self;
    private final PromptTable table = PromptTable.shipped();
    private Instant askedAt = Instant.EPOCH;
    private CompletableFuture<Optional<String>> asked = CompletableFuture.completedFuture(Optional.empty());

    PromptPeers(PromptFiles files, ObjectProvider<Errands> errands, ObjectProvider<Instance> self, Clock clock) {
        this.files = files;
        this.errands = errands.getIfAvailable(Errands::alone);
        this.clock = clock;
        this.self =
                Optional.ofNullable(self.getIfAvailable()).map(Instance::name).orElse("quell");
        this.errands.serve(KIND, this::differing);
    }

    /**
     * Another instance with other recordings.
     *
     * @param instance its name
     * @param voices the languages in which they differ
     */
    public record Differing(String instance, List<Voice> voices) {
        public Differing {
            voices = List.copyOf(voices);
        }
    }

    /** This instance's name. */
    public String self() {
        return self;
    }

    /** One that differs; empty if none says so in time. Asks at most every ten seconds. */
    public Optional<Differing> differing() {
        return ask().completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(fault -> Optional.empty())
                .join()
                .map(ANSWER::matcher)
                .filter(Matcher::matches)
                .map(answer -> new Differing(
                        answer.group(1),
                        Arrays.stream(Voice.values())
                                .filter(voice -> answer.group(2).contains(" " + voice.word()))
                                .toList()));
    }

    private synchronized CompletableFuture<Optional<String>> ask() {
        Instant now = clock.instant();
        if (!now.isBefore(askedAt.plus(FRESH))) {
            askedAt = now;
            asked = errands.ask(KIND, question(), PATIENCE);
        }
        return asked.copy();
    }

    private String question() {
        List<String> words = new ArrayList<>();
        for (Voice voice : Voice.values()) {
            files.digest(voice, table).ifPresent(digest -> words.add(voice.word() + ":" + digest));
        }
        return String.join(" ", words);
    }

    /** What another instance is answered; nothing if all is the same here, or there is nothing to compare. */
    private Optional<String> differing(String question) {
        StringBuilder differ = new StringBuilder();
        Matcher each = QUESTION.matcher(question);
        while (each.find()) {
            Voice.of(each.group(1))
                    .flatMap(voice -> files.digest(voice, table))
                    .filter(own -> !own.equals(each.group(2)))
                    .ifPresent(own -> differ.append(' ').append(each.group(1)));
        }
        return differ.isEmpty() ? Optional.empty() : Optional.of(self + differ);
    }
}
