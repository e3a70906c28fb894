package dev.quell.storage.memory.table;

import dev.quell.call.CallerNumber;

/** Callers that identify somebody as numbers other than 0, each with its own. */
final class CallerKey {

    /** Above every E.164 number, which has 15 digits at most. */
    private static final long INTERNAL = 1L << 60;

    private CallerKey() {}

    static long of(CallerNumber caller) {
        return switch (caller) {
            case CallerNumber.E164(String number) -> Long.parseLong(number, 1, number.length(), 10);
            case CallerNumber.Internal(String digits) ->
                INTERNAL | Long.parseLong("1" + digits); // the leading 1 keeps 0815 and 815 apart
            case CallerNumber.Invalid _, CallerNumber.Withheld _ ->
                throw new IllegalArgumentException(caller + " identifies nobody");
        };
    }
}
