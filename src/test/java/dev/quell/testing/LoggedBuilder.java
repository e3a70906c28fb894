package dev.quell.testing;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.WayStep;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Rows of the call log, unscreened ones of half a minute unless something else is said. */
public final class LoggedBuilder {
    private static final Duration LENGTH = Duration.ofSeconds(30);

    private final Instant at;
    private final String caller;
    private String fingerprint = "||";
    private List<WayStep> way = List.of(WayStep.PASS);
    private boolean lives;
    private Optional<Verdict> verdict = Optional.empty();
    private Action applied = Action.PASS;

    private LoggedBuilder(Instant at, String caller) {
        this.at = at;
        this.caller = caller;
    }

    /** A call that arrived at a moment. */
    public static LoggedBuilder aLoggedCall(Instant at, String caller) {
        return new LoggedBuilder(at, caller);
    }

    public LoggedBuilder way(WayStep... steps) {
        way = List.of(steps);
        return this;
    }

    /** Screened: what the verdict asked for, and what was told to Asterisk. */
    public LoggedBuilder judged(Action meant, Action told) {
        verdict = Optional.of(new Verdict(meant, CallClass.NORMAL, 0, List.of(), "score", "r0"));
        applied = told;
        return this;
    }

    public LoggedBuilder fingerprint(String traits) {
        fingerprint = traits;
        return this;
    }

    public LoggedBuilder lives() {
        lives = true;
        return this;
    }

    public LoggedCall build() {
        return new LoggedCall(
                new CallId("pbx", Long.toString(at.toEpochMilli())),
                at,
                CallerNumber.ofKey(caller),
                "",
                "4001",
                "standard",
                "carrier",
                "NONE",
                fingerprint,
                verdict,
                applied,
                "",
                "",
                lives ? Optional.empty() : Optional.of(at.plus(LENGTH)),
                way,
                LENGTH,
                Optional.empty(),
                HangupSide.CALLER,
                OptionalLong.empty(),
                "",
                "",
                CallOutcome.SILENT,
                "");
    }
}
