package dev.quell.storage.jdbc.people;

import dev.quell.security.people.Account;
import dev.quell.security.people.AccountStore;
import dev.quell.storage.database.Database;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts over SQL. */
public final class JdbcAccountStore implements AccountStore {

    private static final String VALUES =
            " (name, full_name, roles, agent, password, password_at, disabled, created_at, changed_at)"
                    + " select :name, :full_name, :roles, :agent, :password, :password_at, :disabled, :created_at, :changed_at";

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
    public boolean add(Account account) {
        return database.writeNow(connection -> run(
                        connection,
                        "insert into accounts" + VALUES + " where true on conflict (name) do nothing",
                        account))
                > 0;
    }

    @Override
    public boolean addFirst(Account account) {
        return database.writeNow(connection -> run(
                        connection,
                        "insert into accounts" + VALUES + " where not exists (select 1 from accounts)",
                        account))
                > 0;
    }

    /** A change is later than what it changes, whatever the clock of the instance said that changed it last. */
    @Override
    public void replace(Account account) {
        database.writeNow(connection -> run(connection, """
                update accounts set full_name = :full_name, roles = :roles, agent = :agent, password = :password,
                    password_at = :password_at, disabled = :disabled,
                    changed_at = case when changed_at >= :changed_at then changed_at + 1 else :changed_at end
                where name = :name and :created_at = :created_at""", account));
    }

    private static int run(JdbcClient connection, String sql, Account account) {
        return connection.sql(sql).params(AccountRow.columns(account)).update();
    }
}
