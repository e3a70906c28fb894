package dev.quell.load;

import java.util.List;
import java.util.regex.Pattern;

/** What the dialplan makes of an answer to {@code screen}. */
public sealed interface Answer {

    /** The dialplan's own test of an answer. */
    Pattern USABLE = Pattern.compile(
            "v1:(PASS|TAG|CHALLENGE|LISTEN|DETER|REJECT):[A-Z_]{1,32}:[a-z2-7]{26}:[0-9]{8}:[0-9]{1,5}:(standard|protected):(queue|redress):[A-Za-z0-9_-]{0,30}");

    /**
     * A verdict.
     *
     * @param action what the dialplan begins
     * @param callClass the class of call
     * @param token the call's token, needed in everything told afterwards
     * @param fields all fields, {@code v1} first
     */
    record Verdict(String action, String callClass, String token, List<String> fields) implements Answer {

        public Verdict {
            fields = List.copyOf(fields);
        }
    }

    /**
     * No usable answer: the call passes.
     *
     * @param way the dialplan's word: {@code UNSCREENED_GUARD} (not in time), {@code UNSCREENED_FAILED} (refused, or nothing usable)
     * @param why in words
     */
    record Unscreened(String way, String why) implements Answer {}

    /** Reads the value of QUELL; anything that the dialplan would not take is no verdict. */
    static Answer of(String value) {
        if (!USABLE.matcher(value).matches()) {
            return new Unscreened("UNSCREENED_FAILED", value.isEmpty() ? "no answer" : value);
        }
        List<String> fields = List.of(value.split(":", -1));
        return new Verdict(fields.get(1), fields.get(2), fields.get(3), fields);
    }

    /** The call's token; empty without a verdict. */
    default String token() {
        return "";
    }

    /** The first word of the call's way. */
    default String firstWay() {
        return switch (this) {
            case Verdict verdict -> verdict.action();
            case Unscreened unscreened -> unscreened.way();
        };
    }
}
