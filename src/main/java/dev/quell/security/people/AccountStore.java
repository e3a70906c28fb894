package dev.quell.security.people;

import dev.quell.security.audit.AuditEntry;
import java.util.List;

/** The port to the accounts that are kept. What a completed change wrote is durable, with the entries of the audit that tell of it: both or neither. */
public interface AccountStore {

    /** All there are, disabled ones too, by name. */
    List<Account> all();

    /** Makes an account; false, and nothing changed, if there is one of that name. */
    boolean add(Account account, AuditEntry... notes);

    /** Makes an account; false, and nothing changed, if there is any. */
    boolean addFirst(Account account, AuditEntry... notes);

    /** Puts an account in the place of the one of its name. */
    void replace(Account account, AuditEntry... notes);
}
