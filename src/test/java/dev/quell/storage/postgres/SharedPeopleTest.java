package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Account;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Role;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Token;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.people.JdbcAccountStore;
import dev.quell.storage.jdbc.people.JdbcAuditLog;
import dev.quell.storage.jdbc.people.JdbcTokenStore;
import dev.quell.storage.share.Kind;
import dev.quell.storage.share.SharedRow;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts, tokens and what people did, on two instances and in the record that they share. */
@NeedsPostgres
class SharedPeopleTest {

    private static final Instant NOW = Calls.NOW;
    private static final String TOKEN = "abcdefghijk1";

    @TempDir
    Path directory;

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.newDatabase();
    private Node a;
    private Node b;

    @BeforeEach
    void start() {
        a = new Node("a", directory.resolve("a"), server, database);
        b = new Node("b", directory.resolve("b"), server, database);
    }

    @AfterEach
    void stop() {
        a.close();
        b.close();
    }

    private static Account account(String fullName, Instant changed) {
        return new Account(
                "li",
                fullName,
                Set.of(Role.ADMIN),
                Optional.empty(),
                new PasswordHash("{way}$x"),
                NOW,
                false,
                NOW,
                changed);
    }

    private static JdbcAccountStore accounts(Node node) {
        return new JdbcAccountStore(node.own());
    }

    private static JdbcTokenStore tokens(Node node) {
        return new JdbcTokenStore(node.own());
    }

    private static JdbcAuditLog audit(Node node) {
        return new JdbcAuditLog(node.own());
    }

    private static AuditEntry deed(String who) {
        return new AuditEntry(0, NOW, who, Deed.ENTRY_MADE, "blocklist 1", "", "", "192.0.2.1");
    }

    private void tellEachOther() {
        a.tells();
        b.tells();
        a.hears();
        b.hears();
    }

    @Test
    void whatWasThereBeforeSharingIsToldToo() {
        accounts(a).add(account("Li", NOW));
        audit(a).add(deed("li"));
        a.shares();
        b.shares();
        tellEachOther();

        assertThat(accounts(b).all()).containsExactly(account("Li", NOW));
        assertThat(audit(b).page(AuditQuery.newest(9)))
                .singleElement()
                .extracting(AuditEntry::id, AuditEntry::who)
                .containsExactly(1_000_000_001L, "li");
    }

    @Test
    void theLaterChangeOfAnAccountCountsEverywhere() {
        a.shares();
        b.shares();
        accounts(a).add(account("Li", NOW));
        tellEachOther();
        accounts(a).replace(account("Li of a", NOW.plusMillis(9)));
        accounts(b).replace(account("Li of b", NOW.plusMillis(8)));
        tellEachOther();
        tellEachOther();

        assertThat(accounts(a).all()).containsExactly(account("Li of a", NOW.plusMillis(9)));
        assertThat(accounts(b).all()).isEqualTo(accounts(a).all());
    }

    @Test
    void aTokenThatIsRevokedAnywhereIsRevokedEverywhereAndOthersHear() {
        a.shares();
        b.shares();
        tokens(a)
                .add(new Token(
                        TOKEN,
                        "CRM",
                        Set.of(Scope.SCREEN),
                        "0".repeat(64),
                        NOW,
                        "li",
                        NOW.plusSeconds(60),
                        Optional.empty(),
                        Optional.empty()));
        tellEachOther();
        assertThat(tokens(b).all()).hasSize(1);

        tokens(b).revoke(TOKEN, "wang", NOW.plusSeconds(1));
        tellEachOther();

        assertThat(tokens(a).all().getFirst().revokedBy()).contains("wang");
        assertThat(a.taken)
                .flatExtracting(taken -> taken.rows())
                .extracting(SharedRow::kind, SharedRow::ref)
                .contains(tuple(Kind.TOKEN, TOKEN));
    }

    @Test
    void bothKnowWhatPeopleDidOnEither() {
        a.shares();
        b.shares();
        audit(a).add(deed("li"));
        audit(b).add(deed("wang"));
        tellEachOther();

        assertThat(audit(a).page(AuditQuery.newest(9)))
                .extracting(AuditEntry::id, AuditEntry::who)
                .containsExactlyInAnyOrder(tuple(1_000_000_001L, "li"), tuple(2_000_000_001L, "wang"));
        assertThat(audit(b).page(AuditQuery.newest(9))).isEqualTo(audit(a).page(AuditQuery.newest(9)));
    }
}
