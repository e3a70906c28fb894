package dev.quell.security.audit;

import java.time.Instant;

/**
 * What somebody did.
 *
 * @param id grows with each entry of an instance; 0 before it is kept
 * @param at when
 * @param who the id of the {@link dev.quell.security.people.Person}; empty if nobody was signed in
 * @param deed what was done
 * @param subject on what: a number, a list's name and entry, an account; 200 characters at most
 * @param before how it was, in short; empty if it was not
 * @param after how it is, in short; empty if it is no more
 * @param address the address that the request came from; empty for a command on the machine itself
 */
public record AuditEntry(
        long id, Instant at, String who, Deed deed, String subject, String before, String after, String address) {

    /** Most characters of a text. */
    static final int LONGEST = 200;

    public AuditEntry {
        who = cut(who);
        subject = cut(subject);
        before = cut(before);
        after = cut(after);
        address = cut(address);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
