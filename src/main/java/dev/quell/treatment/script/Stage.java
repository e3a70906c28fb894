package dev.quell.treatment.script;

import java.time.Duration;

/**
 * One step of a script.
 *
 * @param prompt the recording that is played; empty if none is
 * @param time how long it waits, or after how long it comes; zero if neither
 */
public record Stage(What what, String prompt, Duration time) {

    /** What happens. */
    public enum What {
        /** The call is answered. */
        ANSWER,
        /** Nothing is played; whoever speaks or presses a key is heard. */
        WAIT,
        /** A recording is played. */
        PLAY,
        /** A tone is played, again and again, while the caller is in the deterrent queue. */
        LOOP,
        /** A recording is played once after a time in the queue. */
        FIRST,
        /** The same recording comes again, each time after so long. */
        AGAIN,
        /** The digits of the case number, one by one. */
        DIGITS,
        /** A key leads to the complaint. */
        KEY,
        /** The longest stay in the queue is over. */
        OVER,
        /** The call ends. */
        HANG_UP,
        /** The caller is released, unless the line is protected: then the site's queue. */
        RELEASE,
        /** The caller goes on to the site's queue. */
        PASS,
        /** By the line and by why the caller was there: once to the site's queue, to the supervisor, or the call ends. */
        ONWARD
    }

    static Stage of(What what) {
        return new Stage(what, "", Duration.ZERO);
    }

    static Stage of(What what, Duration time) {
        return new Stage(what, "", time);
    }

    static Stage play(String prompt) {
        return new Stage(What.PLAY, prompt, Duration.ZERO);
    }
}
