package dev.quell.asterisk.ended;

import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.Calls;
import dev.quell.asterisk.protocol.Escaped;
import dev.quell.asterisk.protocol.Form;
import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.RefusedException;
import dev.quell.call.CallEnded;
import dev.quell.call.HangupSide;
import dev.quell.call.WayStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the end of a call of what the dialplan told about it. */
@Component
final class EndedReader {

    static final Form FORM = new Form(
            Set.of("srv", "id", "way"),
            Set.of(
                    "c",
                    "ch",
                    "num",
                    "line",
                    "trunk",
                    "answered",
                    "agentsec",
                    "side",
                    "cause",
                    "rx",
                    "queue",
                    "agent",
                    "at"),
            Set.of("num"));

    private static final int HIGHEST_CAUSE = 999;

    private final Clock clock;

    EndedReader(Clock clock) {
        this.clock = clock;
    }

    CallEnded read(Arguments arguments) throws RefusedException {
        return new CallEnded(
                Calls.id(arguments),
                Calls.token(arguments),
                arguments.get("ch"),
                way(arguments.get("way")),
                Duration.ofSeconds(arguments.number("answered", 0)),
                arguments.get("agentsec").isEmpty()
                        ? Optional.empty()
                        : Optional.of(Duration.ofSeconds(arguments.number("agentsec", 0))),
                side(arguments.get("side")),
                cause(arguments),
                arguments.get("rx").isEmpty() ? OptionalLong.empty() : OptionalLong.of(arguments.number("rx", 0)),
                arguments.get("queue"),
                arguments.get("agent"),
                at(arguments));
    }

    private static List<WayStep> way(String words) throws RefusedException {
        try {
            return WayStep.parse(words);
        } catch (IllegalArgumentException unknown) {
            throw new RefusedException(
                    Refusal.VALUE,
                    "the way " + Escaped.text(words)
                            + " has a word that is none of a way; dialplan and service must be of the same release");
        }
    }

    private static HangupSide side(String word) throws RefusedException {
        return switch (word) {
            case "caller" -> HangupSide.CALLER;
            case "other" -> HangupSide.OTHER;
            case "unknown", "" -> HangupSide.UNKNOWN;
            default ->
                throw new RefusedException(
                        Refusal.VALUE, "the side is " + Escaped.text(word) + "; it must be caller, other or unknown");
        };
    }

    private static int cause(Arguments arguments) throws RefusedException {
        long cause = arguments.number("cause", 0);
        if (cause > HIGHEST_CAUSE) {
            throw new RefusedException(
                    Refusal.VALUE, "the cause is " + cause + "; HANGUPCAUSE belongs there, at most " + HIGHEST_CAUSE);
        }
        return (int) cause;
    }

    /** A call cannot have ended in the future: then that Asterisk's clock is ahead, and ours counts. */
    private Instant at(Arguments arguments) throws RefusedException {
        Instant now = clock.instant();
        Instant told = Instant.ofEpochSecond(arguments.number("at", now.getEpochSecond()));
        return told.isAfter(now) ? now : told;
    }
}
