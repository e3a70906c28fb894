package dev.quell.classifier.rules;

import dev.quell.blocklist.ListKind;
import dev.quell.call.Attestation;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.Rule;
import dev.quell.classifier.rules.counted.BurstListen;
import dev.quell.classifier.rules.counted.FlagsDeter;
import dev.quell.classifier.rules.counted.LineListens;
import dev.quell.classifier.rules.counted.Listed;
import dev.quell.classifier.rules.counted.ListenSuspect;
import dev.quell.classifier.rules.identity.CliInvalid;
import dev.quell.classifier.rules.identity.CliOwn;
import dev.quell.classifier.rules.identity.CliWithheld;
import dev.quell.classifier.rules.identity.EmergencyCall;
import dev.quell.classifier.rules.identity.IdMismatch;
import dev.quell.classifier.rules.identity.Signed;
import dev.quell.classifier.rules.outcome.AgentFlags;
import dev.quell.classifier.rules.outcome.GoodTalk;
import dev.quell.classifier.rules.outcome.KnownCustomer;
import dev.quell.classifier.rules.outcome.OutcomeRate;
import dev.quell.classifier.rules.outcome.SilentStreak;
import dev.quell.classifier.rules.volume.CallCount;
import dev.quell.classifier.rules.volume.FanOut;
import dev.quell.classifier.rules.volume.FastRedial;
import dev.quell.classifier.rules.volume.SingleTarget;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every rule that there is, one for each line of the catalogue. */
public final class Rules {

    private static final Tiers IN_AN_HOUR = Tiers.from(5, 0.6).then(10, 1.2).then(20, 1.6);
    private static final Tiers IN_A_DAY =
            Tiers.from(5, 0.9).then(10, 1.2).then(20, 1.5).then(50, 1.7);

    private Rules() {}

    /**
     * The rules with a site's settings.
     *
     * @param own whether a number is one of the site's own
     * @param emergency whether a number is one of an emergency service
     */
    public static List<Rule> all(
            ClassifierSettings settings, Predicate<CallerNumber> own, Predicate<CallerNumber> emergency) {
        return Stream.of(identity(own, emergency), volume(), outcome(), counted(settings))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> identity(Predicate<CallerNumber> own, Predicate<CallerNumber> emergency) {
        return List.of(
                new EmergencyCall(emergency),
                new CliWithheld(),
                new CliInvalid(),
                new CliOwn(own),
                new IdMismatch(),
                new Signed(Attestation.A),
                new Signed(Attestation.B),
                new Signed(Attestation.C),
                new Signed(Attestation.FAILED));
    }

    private static List<Rule> volume() {
        return List.of(
                new CallCount("CALLS_1H", Duration.ofHours(1), IN_AN_HOUR),
                new CallCount("CALLS_24H", Duration.ofHours(24), IN_A_DAY),
                new FanOut(),
                new SingleTarget(),
                new FastRedial());
    }

    private static List<Rule> outcome() {
        return List.of(
                new OutcomeRate("SILENT_RATE", CallOutcome.SILENT),
                new SilentStreak(),
                new OutcomeRate("SHORT_RATE", CallOutcome.SHORT),
                new AgentFlags(),
                new GoodTalk(),
                new KnownCustomer());
    }

    private static List<Rule> counted(ClassifierSettings settings) {
        return List.of(
                new Listed(ListKind.ALLOW),
                new Listed(ListKind.BLOCK),
                new BurstListen(settings.burstListen()),
                new ListenSuspect(settings.listen()),
                new LineListens(),
                new FlagsDeter(settings.flagsDeter()));
    }
}
