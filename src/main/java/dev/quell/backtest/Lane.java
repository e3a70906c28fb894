package dev.quell.backtest;

import dev.quell.call.CallSettings;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.Lines;
import dev.quell.replay.Decided;
import dev.quell.replay.Replay;
import java.util.HashMap;
import java.util.Map;

/** One choice of settings and the call centre that runs under it. */
final class Lane {

    private static final int MOST_LINES = 100_000;

    private final Choice choice;
    private final CallSettings calls;
    private final Lines lines;
    private final Map<String, Line> known = new HashMap<>();
    private final Replay replay;

    Lane(Choice choice) {
        this.choice = choice;
        this.calls = choice.settings().calls();
        this.lines = new Lines(calls);
        this.replay = Replay.of(choice.settings());
    }

    Choice choice() {
        return choice;
    }

    Replay replay() {
        return replay;
    }

    /** A call arrives, on the line and over the trunk as these settings have them. */
    Decided arrives(IncomingCall call) {
        boolean trusted = calls.trusts(call.trunk());
        return replay.arrives(new IncomingCall(
                call.id(),
                call.channel(),
                call.caller(),
                call.name(),
                call.asserted(),
                call.attestation(),
                call.trunk(),
                trusted,
                line(call.line().number()),
                call.fingerprint(),
                call.forwarded(),
                call.callback(),
                call.language(),
                call.arrivedAt()));
    }

    private Line line(String number) {
        Line line = known.get(number);
        if (line == null) {
            line = lines.of(number);
            if (known.size() < MOST_LINES) {
                known.put(number, line);
            }
        }
        return line;
    }
}
