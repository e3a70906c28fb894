package dev.quell.classifier.rules.incall;

import dev.quell.call.Conduct;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.InCall;
import dev.quell.classifier.Rule;
import java.time.Duration;
import java.util.Optional;

/** Not a sound for 6 seconds, or to the end of three prompts, with packets received. */
public final class NoSpeech implements Rule {

    private static final Duration WHILE = Duration.ofSeconds(6);
    private static final double FOR_A_WHILE = 0.5 / 1.8;

    @Override
    public String symbol() {
        return "NO_SPEECH";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        InCall heard = evidence.inCall();
        long seconds = heard.quietFor().toSeconds();
        if (heard.conduct().contains(Conduct.SILENT_TO_PROMPTS)) {
            return Optional.of(Hit.whole(seconds));
        }
        return heard.quietFor().compareTo(WHILE) >= 0 ? Optional.of(Hit.of(FOR_A_WHILE, seconds, 0)) : Optional.empty();
    }
}
