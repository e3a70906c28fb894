package dev.quell.storage.jdbc.people;

import dev.quell.security.people.Account;
import dev.quell.security.people.Identity;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Role;
import dev.quell.security.people.Way;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an account is written into its columns, and read from them. */
public final class AccountRow {

    private AccountRow() {}

    /** The columns of an account. */
    static Map<String, @Nullable Object> columns(Account account) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("name", account.name());
        columns.put("full_name", account.fullName());
        columns.put("roles", account.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")));
        columns.put("agent", account.agent().orElse(null));
        columns.put("password", account.password().encoded());
        columns.put("password_at", account.passwordAt().toEpochMilli());
        columns.put("must_change", account.mustChange() ? 1 : 0);
        columns.put("disabled", account.disabled() ? 1 : 0);
        columns.put("created_at", account.createdAt().toEpochMilli());
        columns.put("changed_at", account.changedAt().toEpochMilli());
        columns.put("way", account.identity().map(who -> who.way().word()).orElse(null));
        columns.put("issuer", account.identity().map(Identity::issuer).orElse(null));
        columns.put("subject", account.identity().map(Identity::subject).orElse(null));
        return columns;
    }

    /**
     * The account of some columns.
     *
     * @throws IllegalArgumentException if they are none that this version knows
     */
    public static Account read(Map<String, @Nullable Object> row) {
        Optional<String> agent = Optional.ofNullable(row.get("agent")).map(Object::toString);
        Set<Role> roles = Arrays.stream(Cells.text(row, "roles").split(",", -1))
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Account(
                Cells.text(row, "name"),
                Cells.text(row, "full_name"),
                roles,
                agent,
                new PasswordHash(Cells.text(row, "password")),
                Cells.time(row, "password_at").orElse(Instant.EPOCH),
                Cells.number(row, "must_change") != 0,
                Cells.number(row, "disabled") != 0,
                Cells.time(row, "created_at").orElse(Instant.EPOCH),
                Cells.time(row, "changed_at").orElse(Instant.EPOCH),
                identity(row));
    }

    private static Optional<Identity> identity(Map<String, @Nullable Object> row) {
        String way = Cells.text(row, "way");
        return way.isEmpty()
                ? Optional.empty()
                : Optional.of(new Identity(
                        Way.of(way).orElseThrow(() -> new IllegalArgumentException("no way to sign in: " + way)),
                        Cells.text(row, "issuer"),
                        Cells.text(row, "subject")));
    }
}
