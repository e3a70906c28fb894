package dev.quell.e2e.stage;

import dev.quell.e2e.server.AsteriskUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the screening of one call was to its Asterisk, as the measuring extensions of {@code e2e/asterisk/extensions.conf} wrote it down.
 *
 * @param call the call's linked id
 * @param took from the Gosub to its return
 * @param way the way so far, {@code NONE} of a call that was not to be screened
 * @param host the place of the service that answered, from 1; 0 if none did
 */
public record Step(String call, Duration took, String way, int host) {

    private static final Pattern LINE =
            Pattern.compile("step ([0-9.]+) ([0-9]+) ([A-Z_-]*) ([0-9]+)$", Pattern.MULTILINE);

    /** Every call to a measuring extension so far. */
    public static List<Step> of(AsteriskUnderTest asterisk) {
        return LINE.matcher(asterisk.log()).results().map(Step::read).toList();
    }

    /** Whether the call has a verdict. */
    public boolean screened() {
        return !way.startsWith("UNSCREENED");
    }

    private static Step read(MatchResult line) {
        return new Step(
                line.group(1),
                Duration.ofNanos(Long.parseLong(line.group(2)) * 1000),
                line.group(3),
                Integer.parseInt(line.group(4)));
    }
}
