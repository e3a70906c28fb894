package dev.quell.security.people;

import java.util.List;

/** The port to the accounts that are kept. What a completed change wrote is durable. */
public interface AccountStore {

    /** All there are, disabled ones too, by name. */
    List<Account> all();

    /** Makes an account; false, and nothing changed, if there is one of that name. */
    boolean add(Account account);

    /** Makes an account; false, and nothing changed, if there is any. */
    boolean addFirst(Account account);

    /** Puts an account in the place of the one of its name. */
    void replace(Account account);
}
