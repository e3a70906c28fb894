package dev.quell.web.people;

import dev.quell.security.audit.AuditEntry;
import dev.quell.security.masking.Masking;
import java.time.Instant;

/**
 * What somebody did.
 *
 * @param who the account, {@code token:} and a token's id, or {@code api} for the installation's token; empty if nobody was signed in
 * @param deed one word of a closed set
 */
record AuditView(
        long id, Instant at, String who, String deed, String subject, String before, String after, String address) {

    static AuditView of(AuditEntry entry) {
        return new AuditView(
                entry.id(),
                entry.at(),
                entry.who(),
                entry.deed().word(),
                Masking.text(entry.subject()),
                Masking.text(entry.before()),
                Masking.text(entry.after()),
                entry.address());
    }
}
