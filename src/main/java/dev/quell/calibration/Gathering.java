package dev.quell.calibration;

import dev.quell.backtest.input.Label;
import dev.quell.calibration.fit.LabelledCall;
import dev.quell.calibration.fit.Share;
import dev.quell.calibration.fit.Weighing;
import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.classifier.Symbol;
import dev.quell.replay.Decided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Takes the evidence of each labelled call out of its verdict. A symbol that is muted or on trial says nothing. */
final class Gathering implements PastCalls.Watcher {

    private static final int PROGRESS_EVERY = 10_000;

    private final Weighing present;
    private final LongConsumer progress;
    private final Map<String, Instant> firstSeen = new HashMap<>();
    private final List<Gathered.Case> cases = new ArrayList<>();
    private final Arrivals all = new Arrivals();

    /** @param present the weights under which the calls are decided */
    Gathering(Weighing present, LongConsumer progress) {
        this.present = present;
        this.progress = progress;
    }

    @Override
    public void decided(Decided decided, Optional<Label> label) {
        IncomingCall call = decided.call();
        String caller = key(call);
        Instant seen = call.caller().identifies()
                ? firstSeen.computeIfAbsent(caller, unseen -> call.arrivedAt())
                : call.arrivedAt();
        all.add(call.arrivedAt(), seen);
        label.ifPresent(known -> cases.add(new Gathered.Case(
                new LabelledCall(caller, call.arrivedAt(), known == Label.NUISANCE, shares(decided)),
                seen,
                Treated.of(decided))));
        if (all.count() % PROGRESS_EVERY == 0) {
            progress.accept(all.count());
        }
    }

    /** A number that identifies nobody is a caller of its own in each call. */
    private static String key(IncomingCall call) {
        CallerNumber caller = call.caller();
        return caller.identifies() ? caller.key() : caller.key() + " " + call.id();
    }

    private List<Share> shares(Decided decided) {
        List<Share> shares = new ArrayList<>();
        for (Symbol symbol : decided.verdict().symbols()) {
            double weight = present.weight(symbol.name());
            if (symbol.counted() != 0 && weight != 0) {
                shares.add(new Share(symbol.name(), symbol.family(), symbol.weight() / weight));
            }
        }
        return shares;
    }

    Gathered gathered() {
        return new Gathered(cases, all);
    }
}
