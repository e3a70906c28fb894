package dev.quell.security.people;

import dev.quell.security.audit.AuditEntry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
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

    /** Whether there is one with a password here. */
    public boolean anyLocal() {
        return kept.values().stream().anyMatch(Account::isLocal);
    }

    /** The account of somebody whom another service knows; of several the first that was made. */
    public Optional<Account> find(Identity identity) {
        return kept.values().stream()
                .filter(account -> account.identity().filter(identity::equals).isPresent())
                .min(Comparator.comparing(Account::createdAt).thenComparing(Account::name));
    }

    /** Makes an account; false if there is one of its name. */
    public boolean add(Account account, AuditEntry... notes) {
        boolean made = store.add(account, notes);
        if (made) {
            keep(account);
        }
        return made;
    }

    /** Makes the first account of the installation; false if there is any. */
    public boolean addFirst(Account account, AuditEntry... notes) {
        boolean made = kept.isEmpty() && store.addFirst(account, notes);
        if (made) {
            keep(account);
        }
        return made;
    }

    /**
     * Changes an account. It is read and written with no other change in between, so that none is undone by one that began before it.
     *
     * @param as how it is afterwards; quick
     * @param notes what the audit keeps of it
     * @return as it is now; empty if there is none of that name
     * @throws LastAdminException if nobody with a password here could look after the installation any more
     */
    public synchronized Optional<Account> change(
            String name, UnaryOperator<Account> as, BiFunction<Account, Account, List<AuditEntry>> notes)
            throws LastAdminException {
        Account before = kept.get(name);
        if (before == null) {
            return Optional.empty();
        }
        Account after = as.apply(before).after(before);
        if (before.isLocalAdmin() && !after.isLocalAdmin() && !anotherAdmin(name)) {
            throw new LastAdminException();
        }
        store.replace(after, notes.apply(before, after).toArray(AuditEntry[]::new));
        keep(after);
        return Optional.of(after);
    }

    private boolean anotherAdmin(String name) {
        return kept.values().stream()
                .anyMatch(other -> other.isLocalAdmin() && !other.name().equals(name));
    }

    private void keep(Account account) {
        kept.merge(account.name(), account, Account::later);
    }

    /** Reads again what is kept; another program may have changed it. */
    public void refresh() {
        heard(store.all());
    }

    /** Another instance was told of accounts; here they are durable already. What was read before a later change does not undo it. */
    public void heard(Collection<Account> accounts) {
        accounts.forEach(this::keep);
    }
}
