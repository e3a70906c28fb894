package dev.quell.testing;

import dev.quell.security.audit.AuditEntry;
import dev.quell.security.people.Account;
import dev.quell.security.people.AccountStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Accounts in memory. */
public final class People implements AccountStore {

    private final TreeMap<String, Account> accounts = new TreeMap<>();
    private final List<AuditEntry> notes = new ArrayList<>();

    /** The entries that came with changes. */
    public List<AuditEntry> notes() {
        return notes;
    }

    @Override
    public List<Account> all() {
        return new ArrayList<>(accounts.values());
    }

    @Override
    public boolean add(Account account, AuditEntry... notes) {
        boolean made = accounts.putIfAbsent(account.name(), account) == null;
        if (made) {
            this.notes.addAll(List.of(notes));
        }
        return made;
    }

    @Override
    public boolean addFirst(Account account, AuditEntry... notes) {
        return accounts.isEmpty() && add(account, notes);
    }

    @Override
    public void replace(Account account, AuditEntry... notes) {
        accounts.put(account.name(), account);
        this.notes.addAll(List.of(notes));
    }
}
