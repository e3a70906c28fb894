package dev.quell.classifier.rules.incall;

import dev.quell.call.Conduct;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import java.util.Optional;

/** The caller did one thing in this call. */
public final class Conducted implements Rule {

    private static final Optional<Hit> FOUND = Optional.of(Hit.WHOLE);

    private final String symbol;
    private final Conduct conduct;

    private Conducted(String symbol, Conduct conduct) {
        this.symbol = symbol;
        this.conduct = conduct;
    }

    /** Hardly spoke in a talk that was long enough for it. */
    public static Conducted talkRatio() {
        return new Conducted("TALK_RATIO", Conduct.HARDLY_SPOKE);
    }

    /** Made sound without a pause, as machines and noise do. */
    public static Conducted noiseLock() {
        return new Conducted("NOISE_LOCK", Conduct.NEVER_PAUSED);
    }

    /** Began at once and went on over the greeting, as recordings do. */
    public static Conducted talksOverGreeting() {
        return new Conducted("TALKS_OVER_GREETING", Conduct.TALKED_OVER_GREETING);
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        return evidence.inCall().conduct().contains(conduct) ? FOUND : Optional.empty();
    }
}
