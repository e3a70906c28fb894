package dev.quell.web.screen;

import dev.quell.call.IncomingCall;
import dev.quell.security.people.Person;

/**
 * Who asked about a call of another switch. The call's channel begins with it, {@code REST/token:ab12cd34ef56/sofia-1}, so that every instance knows it and
 * the log has it; no channel of Asterisk begins so.
 */
final class Asker {

    private static final String MARK = IncomingCall.REST;
    private static final int LONGEST = 128;

    private Asker() {}

    /**
     * The channel of a call that somebody asks about.
     *
     * @param told the switch's own name for it; may be empty
     */
    static String channel(Person by, String told) {
        String channel = mark(by) + (told.isEmpty() ? "" : "/" + told);
        return channel.substring(0, Math.min(channel.length(), LONGEST));
    }

    /** Whether a call was asked about over REST, rather than by Asterisk. */
    static boolean asked(String channel) {
        return channel.startsWith(MARK);
    }

    /** Whether it was a certain person or program who asked. */
    static boolean asked(Person by, String channel) {
        return channel.equals(mark(by)) || channel.startsWith(mark(by) + "/");
    }

    /** The channel without the switch's own name. */
    static String of(String channel) {
        int end = channel.indexOf('/', MARK.length());
        return end < 0 ? channel : channel.substring(0, end);
    }

    private static String mark(Person by) {
        return MARK + SwitchCall.word(by.id()).replace('/', '_');
    }
}
