package dev.quell.classifier.rules.volume;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.history.PastCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** At least 5 earlier calls within 24 hours, all to the line called now: the best customers do that. */
public final class SingleTarget implements Rule {

    private static final Duration DAY = Duration.ofHours(24);
    private static final int CALLS = 5;

    @Override
    public String symbol() {
        return "SINGLE_TARGET";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        List<String> lines =
                evidence.profile().callsWithin(DAY).map(PastCall::line).toList();
        String present = evidence.call().line().number();
        return lines.size() >= CALLS && lines.stream().allMatch(present::equals)
                ? Optional.of(Hit.whole(lines.size(), DAY.toSeconds()))
                : Optional.empty();
    }
}
