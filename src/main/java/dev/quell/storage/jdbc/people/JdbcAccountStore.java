package dev.quell.storage.jdbc.people;

import dev.quell.security.audit.AuditEntry;
import dev.quell.security.people.Account;
import dev.quell.security.people.AccountStore;
import dev.quell.storage.database.Database;
import java.util.List;

/** Accounts over SQL. */
public final class JdbcAccountStore implements AccountStore {

    private static final String VALUES =
            " (name, full_name, roles, agent, password, password_at, must_change, disabled, created_at, changed_at, way, issuer, subject)"
                    + " select :name, :full_name, :roles, :agent, :password, :password_at, :must_change, :disabled, :created_at, :changed_at,"
                    + " :way, :issuer, :subject";

    private final Database database;

    public JdbcAccountStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Account> all() {
        return database.reader().sql("select * from accounts order by name").query().listOfRows().stream()
                .map(AccountRow::read)
                .toList();
    }

    @Override
    public boolean add(Account account, AuditEntry... notes) {
        return run("insert into accounts" + VALUES + " where true on conflict (name) do nothing", account, notes);
    }

    @Override
    public boolean addFirst(Account account, AuditEntry... notes) {
        return run("insert into accounts" + VALUES + " where not exists (select 1 from accounts)", account, notes);
    }

    /** A change is later than what it changes, whatever the clock of the instance said that changed it last. */
    @Override
    public void replace(Account account, AuditEntry... notes) {
        run("""
                update accounts set full_name = :full_name, roles = :roles, agent = :agent, password = :password,
                    password_at = :password_at, must_change = :must_change, disabled = :disabled,
                    changed_at = case when changed_at >= :changed_at then changed_at + 1 else :changed_at end
                where name = :name and :created_at = :created_at
                    and way is not distinct from :way and issuer is not distinct from :issuer and subject is not distinct from :subject""", account, notes);
    }

    /** Whether the statement changed anything; only then there is something to note. */
    private boolean run(String sql, Account account, AuditEntry... notes) {
        return database.writeNow(connection -> {
            boolean changed =
                    connection.sql(sql).params(AccountRow.columns(account)).update() > 0;
            if (changed) {
                JdbcAuditLog.add(connection, notes);
            }
            return changed;
        });
    }
}
