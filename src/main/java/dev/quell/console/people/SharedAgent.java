package dev.quell.console.people;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An agent's interface that several accounts have: each of them sees, flags and moves the others' callers.
 *
 * @param names of the accounts, in order
 */
record SharedAgent(String agent, List<String> names) {
    SharedAgent {
        names = List.copyOf(names);
    }

    /** Those among accounts that may sign in; Asterisk tells no capitals apart. */
    static List<SharedAgent> among(List<AccountRow> accounts) {
        return accounts.stream()
                .filter(row -> !row.disabled() && !row.agent().isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.agent().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(rows -> rows.size() > 1)
                .map(rows -> new SharedAgent(
                        rows.getFirst().agent(),
                        rows.stream().map(AccountRow::name).sorted().toList()))
                .toList();
    }
}
