package dev.quell.classifier.rules.volume;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.classifier.rules.Tiers;
import java.time.Duration;
import java.util.Optional;

/** Earlier calls within a window. */
public final class CallCount implements Rule {

    private final String symbol;
    private final Duration window;
    private final Tiers tiers;

    /** Under a symbol of its own. */
    public CallCount(String symbol, Duration window, Tiers tiers) {
        this.symbol = symbol;
        this.window = window;
        this.tiers = tiers;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        int calls = (int) evidence.profile().callsWithin(window).count();
        return tiers.share(calls).stream()
                .mapToObj(share -> Hit.of(share, calls, window.toSeconds()))
                .findFirst();
    }
}
