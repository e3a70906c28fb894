package dev.quell.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Says on standard error, once a second, how much was read or played; nothing if the work is done within a second. */
final class Progress {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final PrintWriter err;
    private final Clock clock;
    private Instant next;
    private boolean said;

    Progress(PrintWriter err, Clock clock) {
        this.err = err;
        this.clock = clock;
        this.next = clock.instant().plus(EVERY);
    }

    void read(long facts) {
        say("read " + facts + " calls, flags and blocks ...");
    }

    void lines(long lines) {
        say("read " + lines + " lines ...");
    }

    void calls(long calls) {
        say("read " + calls + " calls ...");
    }

    void played(long calls) {
        say("played " + calls + " calls ...");
    }

    void blocks(long blocks) {
        say("looked at " + blocks + " blocks ...");
    }

    void cleared(long calls) {
        say("looked at " + calls + " calls; this may be broken off and run again ...");
    }

    void taken(int looked, int done) {
        say(looked + " lines looked at, " + done + " done ...");
    }

    private void say(String what) {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(EVERY);
            said = true;
            err.print("\r" + what);
            err.flush();
        }
    }

    void end() {
        if (said) {
            err.println();
            err.flush();
        }
    }
}
