package dev.quell.testing;

import dev.quell.security.people.Account;
import dev.quell.security.people.AccountStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Accounts in memory. */
public final class People implements AccountStore {

    private final TreeMap<String, Account> accounts = new TreeMap<>();

    @Override
    public List<Account> all() {
        return new ArrayList<>(accounts.values());
    }

    @Override
    public boolean add(Account account) {
        return accounts.putIfAbsent(account.name(), account) == null;
    }

    @Override
    public boolean addFirst(Account account) {
        return accounts.isEmpty() && add(account);
    }

    @Override
    public void replace(Account account) {
        accounts.put(account.name(), account);
    }
}
