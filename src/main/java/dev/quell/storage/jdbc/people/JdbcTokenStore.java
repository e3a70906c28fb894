package dev.quell.storage.jdbc.people;

import dev.quell.security.audit.AuditEntry;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Token;
import dev.quell.security.tokens.TokenStore;
import dev.quell.storage.database.Database;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens over SQL. */
public final class JdbcTokenStore implements TokenStore {

    private static final Logger log = LoggerFactory.getLogger(JdbcTokenStore.class);

    private final Database database;

    public JdbcTokenStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Token> all() {
        return database.reader().sql("select * from api_tokens order by created_at, id").query().listOfRows().stream()
                .map(TokenRow::read)
                .toList();
    }

    @Override
    public void add(Token token, AuditEntry... notes) {
        database.writeNow(connection -> {
            JdbcAuditLog.add(connection, notes);
            return insert(connection, token);
        });
    }

    private static int insert(JdbcClient connection, Token token) {
        return connection
                .sql("""
                        insert into api_tokens (id, name, scopes, hash, created_at, created_by, expires_at)
                        values (:id, :name, :scopes, :hash, :at, :by, :until)""")
                .param("id", token.id())
                .param("name", token.name())
                .param(
                        "scopes",
                        token.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(",")))
                .param("hash", token.hash())
                .param("at", token.createdAt().toEpochMilli())
                .param("by", token.createdBy())
                .param("until", token.expiresAt().toEpochMilli())
                .update();
    }

    @Override
    public Optional<Token> revoke(String id, String by, Instant at, AuditEntry... notes) {
        return database.writeNow(connection -> {
            Optional<Token> revoked = revoke(connection, id, by, at);
            if (revoked.isPresent()) {
                JdbcAuditLog.add(connection, notes);
            }
            return revoked;
        });
    }

    private static Optional<Token> revoke(JdbcClient connection, String id, String by, Instant at) {
        return connection
                .sql("""
                        update api_tokens set revoked_at = :at, revoked_by = :by
                        where id = :id and revoked_at is null returning *""")
                .param("at", at.toEpochMilli())
                .param("by", by)
                .param("id", id)
                .query()
                .listOfRows()
                .stream()
                .map(TokenRow::read)
                .findFirst();
    }

    @Override
    public void seen(Map<String, Instant> uses) {
        var _ = database.write(connection -> {
                    uses.forEach((id, at) -> seen(connection, id, at));
                    return uses.size();
                })
                .exceptionally(failure -> {
                    log.debug("The last use of a token is not kept", failure);
                    return 0;
                });
    }

    private static void seen(JdbcClient connection, String id, Instant at) {
        connection.sql("""
                        insert into token_uses (id, seen) values (:id, :at)
                        on conflict (id) do update set seen = excluded.seen where excluded.seen > token_uses.seen""").param("id", id).param("at", at.toEpochMilli()).update();
    }

    @Override
    public Map<String, Instant> uses() {
        Map<String, Instant> uses = new HashMap<>();
        database.reader()
                .sql("select id, seen from token_uses")
                .query((row, number) -> uses.put(row.getString("id"), Instant.ofEpochMilli(row.getLong("seen"))))
                .list();
        return uses;
    }
}
