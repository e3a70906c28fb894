package dev.quell.security.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Who may sign in. Answered from memory; a change is durable before it counts, and binds at once, for those who are signed in too. */
@Component
public final class Accounts implements InitializingBean {

    private final AccountStore store;
    private final ConcurrentSkipListMap<String, Account> kept = new ConcurrentSkipListMap<>();

    public Accounts(AccountStore store) {
        this.store = store;
    }

    /** Reads what was kept. */
    @Override
    public void afterPropertiesSet() {
        heard(store.all());
    }

    /** All there are, disabled ones too, by name. */
    public List<Account> all() {
        return List.copyOf(kept.values());
    }

    /** Whether there is none at all yet. */
    public boolean none() {
        return kept.isEmpty();
    }

    /** The account of a name, disabled ones too. */
    public Optional<Account> find(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /** Makes an account; false if there is one of its name. */
    public boolean add(Account account) {
        boolean made = store.add(account);
        if (made) {
            kept.put(account.name(), account);
        }
        return made;
    }

    /** Makes the first account of the installation; false if there is any. */
    public boolean addFirst(Account account) {
        boolean made = kept.isEmpty() && store.addFirst(account);
        if (made) {
            kept.put(account.name(), account);
        }
        return made;
    }

    /**
     * Puts an account in the place of the one of its name.
     *
     * @throws LastAdminException if nobody could look after the installation any more
     */
    public synchronized void change(Account account) throws LastAdminException {
        boolean another = kept.values().stream()
                .anyMatch(other -> other.isAdmin() && !other.name().equals(account.name()));
        Account before = kept.get(account.name());
        if (!account.isAdmin() && !another && before != null && before.isAdmin()) {
            throw new LastAdminException();
        }
        store.replace(account);
        kept.put(account.name(), account);
    }

    /** Reads again what is kept; another program may have changed it. */
    public void refresh() {
        heard(store.all());
    }

    /** Another instance was told of accounts; here they are durable already. */
    public void heard(Collection<Account> accounts) {
        accounts.forEach(account -> kept.put(account.name(), account));
    }
}
