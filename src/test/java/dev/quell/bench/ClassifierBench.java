package dev.quell.bench;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.Profile;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.rules.Rules;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.ShippedSettings;
import dev.quell.traffic.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One classification from evidence to verdict, the facts counted in it, beside a plain walk over the same calls and beside a classifier without rules. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ClassifierBench {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final List<CallOutcome> OUTCOMES = List.of(
            CallOutcome.SILENT, CallOutcome.SPOKE, CallOutcome.SHORT, CallOutcome.ABANDONED, CallOutcome.SILENT);

    /** Earlier calls of the caller: of a stranger, of a busy caller, of one with as many as are remembered. */
    @Param({"0", "20", "500"})
    public int calls;

    private Classifier classifier;
    private Classifier empty;
    private IncomingCall call;
    private CallerProfile profile;

    /** Puts the classifier and the caller together. */
    @Setup
    public void prepare() {
        ClassifierSettings settings = ShippedSettings.of("quell.classifier", ClassifierSettings.class);
        classifier =
                new Classifier(Rules.all(settings, number -> false, number -> false), Catalogue.shipped(), settings);
        empty = new Classifier(List.of(), Catalogue.of(List.of()), settings);
        call = CallBuilder.aCall().at(NOW);
        profile = new CallerProfile(history(), flags(), Set.of(), NOW);
    }

    /** The baseline: reads when each call came. */
    @Benchmark
    public long plainWalk() {
        long sum = 0;
        for (PastCall past : profile.calls()) {
            sum += past.arrivedAt().toEpochMilli();
        }
        return sum;
    }

    /** The facts and an empty verdict. */
    @Benchmark
    public Verdict withoutRules() {
        return empty.classify(evidence());
    }

    /** The whole. */
    @Benchmark
    public Verdict classification() {
        return classifier.classify(evidence());
    }

    private Evidence evidence() {
        return Evidence.arriving(call, profile, Surroundings.CALM, Optional.empty(), true);
    }

    private List<PastFlag> flags() {
        return calls == 0 ? List.of() : List.of(PastFlag.whole(NOW.minus(Duration.ofDays(3)), "PJSIP/1001", "abuse"));
    }

    /** A call every 40 minutes, which 500 of take two weeks, to five lines in turn. */
    private List<PastCall> history() {
        List<PastCall> history = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            history.add(past(i));
        }
        return history;
    }

    private PastCall past(int nth) {
        CallOutcome outcome = OUTCOMES.get(nth % OUTCOMES.size());
        return new PastCall(
                new CallId("pbx", "1763700000." + nth),
                NOW.minus(Duration.ofMinutes(40L * (calls - nth)).plusSeconds(nth % 7)),
                "400" + nth % 5,
                Profile.STANDARD,
                "carrier",
                "||",
                Attestation.NONE,
                Duration.ofSeconds(12),
                Duration.ofSeconds(10),
                HangupSide.CALLER,
                outcome,
                outcome == CallOutcome.SHORT ? Set.of(Conduct.HUNG_UP_ON_VOICE) : Set.of());
    }
}
