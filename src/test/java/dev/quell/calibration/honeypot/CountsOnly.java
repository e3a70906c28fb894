package dev.quell.calibration.honeypot;

import dev.quell.backtest.CountedDay;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.testing.ShippedSettings;
import java.util.HashMap;
import java.util.Map;

/** The shipped classifier as a backtest of counts asks it. */
final class CountsOnly {

    private final CountedDay day = new CountedDay(ShippedSettings.of("quell.classifier", ClassifierSettings.class));

    /** The probability that a caller's last call is a nuisance; the calls beyond one a line all went to one of them. */
    double score(HoneypotCaller caller) {
        Map<String, Long> calls = new HashMap<>();
        for (int line = 1; line < caller.lines(); line++) {
            calls.put("line" + line, 1L);
        }
        calls.put("line0", caller.calls() - caller.lines() + 1L);
        return day.last(calls).probability();
    }
}
