package dev.quell.storage.redis.traffic;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.traffic.ConcludedCall;
import dev.quell.traffic.TrafficFact;
import dev.quell.traffic.TrafficFact.Arrived;
import dev.quell.traffic.TrafficFact.Ended;
import dev.quell.traffic.TrafficFact.Flagged;
import java.time.Duration;
import java.time.Instant;

/** A fact as a line: fields parted by tabs, times in milliseconds. */
final class FactText {

    private static final String FIELD = "\t";

    private FactText() {}

    static String write(TrafficFact fact) {
        return switch (fact) {
            case Arrived arrived ->
                line("A", arrived.caller(), arrived.trunk(), arrived.line(), arrived.at(), arrived.stranger());
            case Ended(ConcludedCall call) ->
                line(
                                "E",
                                call.caller(),
                                call.trunk(),
                                call.line(),
                                call.arrivedAt(),
                                call.outcome().name())
                        + FIELD
                        + call.answered().toMillis()
                        + FIELD
                        + call.side()
                        + FIELD
                        + call.at().toEpochMilli();
            case Flagged flagged -> line("F", flagged.caller(), flagged.trunk(), "", flagged.at(), flagged.stands());
        };
    }

    private static String line(String kind, CallerNumber caller, String trunk, String line, Instant at, Object word) {
        return String.join(
                FIELD,
                kind,
                caller.key(),
                plain(trunk),
                plain(line),
                Long.toString(at.toEpochMilli()),
                word.toString());
    }

    private static String plain(String text) {
        return text.chars().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cntrl}", " ") : text;
    }

    /**
     * Reads a line back.
     *
     * @throws RuntimeException if it is none that this version knows
     */
    static TrafficFact read(String text) {
        String[] fields = text.split(FIELD, -1);
        CallerNumber caller = CallerNumber.ofKey(fields[1]);
        Instant at = Instant.ofEpochMilli(Long.parseLong(fields[4]));
        return switch (fields[0]) {
            case "A" -> new Arrived(caller, fields[2], fields[3], at, Boolean.parseBoolean(fields[5]));
            case "E" ->
                new Ended(new ConcludedCall(
                        caller,
                        fields[2],
                        fields[3],
                        at,
                        CallOutcome.valueOf(fields[5]),
                        Duration.ofMillis(Long.parseLong(fields[6])),
                        HangupSide.valueOf(fields[7]),
                        Instant.ofEpochMilli(Long.parseLong(fields[8]))));
            case "F" -> new Flagged(caller, fields[2], at, Boolean.parseBoolean(fields[5]));
            default -> throw new IllegalArgumentException("an unknown fact");
        };
    }
}
