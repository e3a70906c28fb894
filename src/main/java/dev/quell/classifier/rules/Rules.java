package dev.quell.classifier.rules;

import dev.quell.blocklist.ListKind;
import dev.quell.call.Attestation;
import dev.quell.call.CallerNumber;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.Rule;
import dev.quell.classifier.rules.context.CallbackStorm;
import dev.quell.classifier.rules.context.Flood;
import dev.quell.classifier.rules.context.RangeDensity;
import dev.quell.classifier.rules.context.TrunkPrior;
import dev.quell.classifier.rules.context.TrunkSilence;
import dev.quell.classifier.rules.context.TwoTrunks;
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
import dev.quell.classifier.rules.incall.Conducted;
import dev.quell.classifier.rules.incall.HangsOnVoice;
import dev.quell.classifier.rules.incall.KeyOrAnswer;
import dev.quell.classifier.rules.incall.NoRtp;
import dev.quell.classifier.rules.incall.NoSpeech;
import dev.quell.classifier.rules.outcome.AgentFlags;
import dev.quell.classifier.rules.outcome.GoodTalk;
import dev.quell.classifier.rules.outcome.Known;
import dev.quell.classifier.rules.outcome.OutcomeRate;
import dev.quell.classifier.rules.outcome.SilentStreak;
import dev.quell.classifier.rules.volume.CallCount;
import dev.quell.classifier.rules.volume.Clockwork;
import dev.quell.classifier.rules.volume.FanOut;
import dev.quell.classifier.rules.volume.FastRedial;
import dev.quell.classifier.rules.volume.RingOnce;
import dev.quell.classifier.rules.volume.SingleTarget;
import dev.quell.history.KnownAs;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every rule that there is, one for each line of the catalogue. */
public final class Rules {

    private Rules() {}

    /**
     * The rules with a site's settings.
     *
     * @param own whether a number is one of the site's own
     * @param emergency whether a number is one of an emergency service
     */
    public static List<Rule> all(
            ClassifierSettings settings, Predicate<CallerNumber> own, Predicate<CallerNumber> emergency) {
        return Stream.of(identity(own, emergency), volume(), outcome(), inCall(), context(), counted(settings))
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
                CallCount.inAnHour(),
                CallCount.inADay(),
                new FanOut(),
                new SingleTarget(),
                new Clockwork(),
                new FastRedial(),
                new RingOnce());
    }

    private static List<Rule> outcome() {
        return List.of(
                OutcomeRate.silent(),
                new SilentStreak(),
                OutcomeRate.hungUp(),
                new AgentFlags(),
                new GoodTalk(),
                new Known(KnownAs.CUSTOMER),
                new Known(KnownAs.OPEN_TICKET),
                new Known(KnownAs.DIALLED));
    }

    private static List<Rule> inCall() {
        return List.of(
                new NoRtp(),
                new NoSpeech(),
                Conducted.talkRatio(),
                Conducted.noiseLock(),
                Conducted.talksOverGreeting(),
                new KeyOrAnswer(),
                new HangsOnVoice());
    }

    private static List<Rule> context() {
        return List.of(
                new TrunkPrior(),
                new RangeDensity(),
                new TrunkSilence(),
                new CallbackStorm(),
                new TwoTrunks(),
                new Flood());
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
