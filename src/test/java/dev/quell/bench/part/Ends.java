package dev.quell.bench.part;

import dev.quell.load.Answer;
import dev.quell.load.Ending;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.PlacedCall;
import java.io.IOException;
import java.time.Instant;

/** Ends of calls. */
final class Ends {

    private Ends() {}

    /** Tells a call's end once; whether it was taken, and need not be told again. */
    static boolean taken(FakeAsterisk asterisk, PlacedCall call, Answer answer) {
        try {
            return asterisk.ended(call, Ending.talk(answer, Instant.now().getEpochSecond()))
                    .equals("OK");
        } catch (IOException e) {
            return false;
        }
    }
}
