package dev.quell.classifier.rules.volume;

import dev.quell.classifier.Evidence;
import dev.quell.classifier.Hit;
import dev.quell.classifier.Rule;
import dev.quell.classifier.rules.Tiers;
import dev.quell.history.PastCall;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Different lines called within 24 hours, the present one among them; a line that is not known is none. */
public final class FanOut implements Rule {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Tiers TIERS =
            Tiers.from(2, 1.2).then(3, 1.45).then(5, 1.7).then(10, 1.9);

    @Override
    public String symbol() {
        return "FANOUT_24H";
    }

    @Override
    public Optional<Hit> look(Evidence evidence) {
        Stream<String> earlier = evidence.profile().callsWithin(DAY).map(PastCall::line);
        int lines =
                (int) Stream.concat(earlier, Stream.of(evidence.call().line().number()))
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .count();
        return tiers(lines);
    }

    private static Optional<Hit> tiers(int lines) {
        return TIERS.share(lines).stream()
                .mapToObj(share -> Hit.of(share, lines, DAY.toSeconds()))
                .findFirst();
    }
}
