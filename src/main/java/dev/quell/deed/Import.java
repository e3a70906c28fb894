package dev.quell.deed;

import dev.quell.security.audit.AuditEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list that somebody took in: all its entries bear the same moment and the same author.
 *
 * @param at that moment
 * @param said what the audit says of it
 */
public record Import(Instant at, String author, String said) {
    private static final Pattern SUBJECT = Pattern.compile("import ([0-9]{1,15})");

    /** What the audit calls it. */
    static String subject(Instant at) {
        return "import " + at.toEpochMilli();
    }

    /** The import that an entry of the audit tells of; empty if it tells of another. */
    static Optional<Import> of(AuditEntry entry) {
        Matcher subject = SUBJECT.matcher(entry.subject());
        return subject.matches()
                ? Optional.of(
                        new Import(Instant.ofEpochMilli(Long.parseLong(subject.group(1))), entry.who(), entry.after()))
                : Optional.empty();
    }

    /** Its name in a form. */
    public long key() {
        return at.toEpochMilli();
    }
}
