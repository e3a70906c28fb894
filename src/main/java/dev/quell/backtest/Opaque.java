package dev.quell.backtest;

import dev.quell.backtest.input.RecordedCaller;
import dev.quell.call.CallerNumber;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives callers whose numbers are not told one each, so that they can be told apart and nothing else is read into them: under country code 999, which
 * nobody has, each in a hundred of its own.
 */
final class Opaque {

    private final Map<String, CallerNumber> numbers = new HashMap<>();

    CallerNumber of(RecordedCaller caller) {
        return switch (caller) {
            case RecordedCaller.Telephone(CallerNumber number) -> number;
            case RecordedCaller.Opaque(String text) ->
                numbers.computeIfAbsent(text, each -> number(numbers.size() + 1));
        };
    }

    private static CallerNumber number(int serial) {
        String digits = Long.toString(serial * 100L);
        return new CallerNumber.E164("+999" + "0".repeat(12 - digits.length()) + digits);
    }
}
