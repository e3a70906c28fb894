package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.AuditQuery.Place;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Account;
import dev.quell.security.people.Identity;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Role;
import dev.quell.security.people.Way;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Token;
import dev.quell.storage.database.StorageException;
import dev.quell.storage.jdbc.JdbcRetention;
import dev.quell.storage.jdbc.people.JdbcAccountStore;
import dev.quell.storage.jdbc.people.JdbcAuditLog;
import dev.quell.storage.jdbc.people.JdbcTokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stores of accounts, tokens and the audit promise. */
abstract class PeopleContract extends StoreContract {

    private static final Instant NOW = Calls.NOW;

    private JdbcAccountStore accounts;
    private JdbcTokenStore tokens;
    private JdbcAuditLog audit;

    @BeforeEach
    void make() {
        accounts = new JdbcAccountStore(database());
        tokens = new JdbcTokenStore(database());
        audit = new JdbcAuditLog(database());
    }

    private static Account account(String name, Optional<String> agent, Role... roles) {
        return new Account(name, "李娜 O'Neil", Set.of(roles), agent, new PasswordHash("{way}$x"), NOW, false, NOW, NOW);
    }

    private static Token token(String id, Scope... scopes) {
        return new Token(
                id,
                "CRM",
                Set.of(scopes),
                "0".repeat(64),
                NOW,
                "li",
                NOW.plusSeconds(60),
                Optional.empty(),
                Optional.empty());
    }

    private static AuditEntry deed(String who, Deed deed, Instant at) {
        return new AuditEntry(0, at, who, deed, "blocklist 1", "", "'; drop table audit; --", "192.0.2.1");
    }

    @Test
    void accountComesBackAsGivenByName() {
        Account security = account("bo", Optional.empty(), Role.SECURITY, Role.AUDITOR);
        Account agent = account("an", Optional.of("PJSIP/1001"), Role.AGENT);

        assertThat(accounts.add(security)).isTrue();
        assertThat(accounts.add(agent)).isTrue();
        assertThat(accounts.all()).containsExactly(agent, security);
    }

    @Test
    void aNameMeansOnePerson() {
        Account first = account("an", Optional.empty(), Role.ADMIN);
        accounts.add(first);

        assertThat(accounts.add(account("an", Optional.empty(), Role.AGENT))).isFalse();
        assertThat(accounts.all()).containsExactly(first);
    }

    @Test
    void theFirstAccountIsMadeOnce() {
        Account first = account("an", Optional.empty(), Role.ADMIN);

        assertThat(accounts.addFirst(first)).isTrue();
        assertThat(accounts.addFirst(account("bo", Optional.empty(), Role.ADMIN)))
                .isFalse();
        assertThat(accounts.all()).containsExactly(first);
    }

    @Test
    void aChangeIsLaterThanWhatItChangesWhateverTheClockSays() {
        Account first = account("an", Optional.empty(), Role.ADMIN);
        accounts.add(first);
        accounts.replace(first.disabled(true, NOW.minusSeconds(5)));

        Account kept = accounts.all().getFirst();
        assertThat(kept.disabled()).isTrue();
        assertThat(kept.changedAt()).isEqualTo(NOW.plusMillis(1));
    }

    @Test
    void whetherAnotherPersonChoseThePasswordIsKept() {
        Account first = account("an", Optional.empty(), Role.ADMIN);
        accounts.add(first);
        Account reset = first.withPassword(new PasswordHash("{way}$y"), true, NOW.plusMillis(1));
        accounts.replace(reset);

        assertThat(accounts.all()).containsExactly(reset);
        assertThat(accounts.all().getFirst().mustChange()).isTrue();
    }

    @Test
    void whoVouchesForSomebodyIsKept() {
        Account bo = account("bo", Optional.empty(), Role.AGENT);
        Account outside = new Account(
                "an",
                bo.fullName(),
                bo.roles(),
                bo.agent(),
                bo.password(),
                NOW,
                false,
                false,
                NOW,
                NOW,
                Optional.of(new Identity(Way.OIDC, "https://login.example.org", "4711'; --")));
        accounts.add(outside);
        accounts.add(bo);
        Account changed = outside.as("An", Set.of(Role.ADMIN), Optional.empty(), NOW.plusMillis(1));
        accounts.replace(changed);
        accounts.replace(account("an", Optional.empty(), Role.ADMIN));

        assertThat(accounts.all()).containsExactly(changed, bo);
    }

    @Test
    void aChangeAndItsEntriesAreKeptBothOrNeither() {
        AuditEntry told = deed("li", Deed.ACCOUNT_MADE, NOW);
        accounts.add(account("an", Optional.empty(), Role.ADMIN), told);
        assertThat(audit.page(AuditQuery.newest(9)))
                .extracting(AuditEntry::deed)
                .containsExactly(Deed.ACCOUNT_MADE);

        rename("audit", "audit_away");
        try {
            Account changed = account("an", Optional.of("PJSIP/1"), Role.AGENT);
            assertThatThrownBy(() -> accounts.replace(changed, told)).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> accounts.add(account("bo", Optional.empty(), Role.AGENT), told))
                    .isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> tokens.add(token("abcdefghijk1", Scope.SCREEN), told))
                    .isInstanceOf(StorageException.class);
        } finally {
            rename("audit_away", "audit");
        }

        assertThat(accounts.all()).containsExactly(account("an", Optional.empty(), Role.ADMIN));
        assertThat(tokens.all()).isEmpty();
    }

    @Test
    void whatWasNotChangedIsNotTold() {
        accounts.add(account("an", Optional.empty(), Role.ADMIN));
        AuditEntry note = deed("li", Deed.ACCOUNT_MADE, NOW);

        assertThat(accounts.add(account("an", Optional.empty(), Role.AGENT), note))
                .isFalse();
        assertThat(accounts.addFirst(account("bo", Optional.empty(), Role.AGENT), note))
                .isFalse();
        assertThat(tokens.revoke("abcdefghijk1", "li", NOW, note)).isEmpty();
        assertThat(audit.page(AuditQuery.newest(9))).isEmpty();
    }

    private void rename(String from, String to) {
        database()
                .writeNow(connection -> connection
                        .sql("alter table " + from + " rename to " + to)
                        .update());
    }

    @Test
    void tokenComesBackAsGivenAndIsRevokedOnce() {
        Token token = token("abcdefghijk1", Scope.CALLS_READ, Scope.SCREEN);
        tokens.add(token);
        assertThat(tokens.all()).containsExactly(token);

        Token revoked =
                tokens.revoke("abcdefghijk1", "wang", NOW.plusSeconds(1)).orElseThrow();
        assertThat(revoked.revokedAt()).contains(NOW.plusSeconds(1));
        assertThat(revoked.revokedBy()).contains("wang");
        assertThat(tokens.revoke("abcdefghijk1", "li", NOW.plusSeconds(2))).isEmpty();
        assertThat(tokens.revoke("abcdefghijk2", "li", NOW)).isEmpty();
        assertThat(tokens.all()).containsExactly(revoked);
    }

    @Test
    void theLastUseCounts() {
        tokens.seen(Map.of("abcdefghijk1", NOW.plusSeconds(60)));
        tokens.seen(Map.of("abcdefghijk1", NOW, "abcdefghijk2", NOW));

        await().untilAsserted(() ->
                assertThat(tokens.uses()).isEqualTo(Map.of("abcdefghijk1", NOW.plusSeconds(60), "abcdefghijk2", NOW)));
    }

    @Test
    void whatPeopleDidIsReadNewestFirstPageByPage() {
        audit.add(deed("li", Deed.ENTRY_MADE, NOW));
        audit.add(deed("wang", Deed.ENTRY_ENDED, NOW));
        audit.add(deed("li", Deed.ENTRY_ENDED, NOW.plusSeconds(1)));

        List<AuditEntry> first = audit.page(AuditQuery.newest(2));
        assertThat(first)
                .extracting(AuditEntry::who, AuditEntry::deed)
                .containsExactly(tuple("li", Deed.ENTRY_ENDED), tuple("wang", Deed.ENTRY_ENDED));
        AuditEntry last = first.getLast();
        assertThat(audit.page(new AuditQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Place(last.at(), last.id())),
                        2)))
                .singleElement()
                .satisfies(oldest -> {
                    assertThat(oldest.deed()).isEqualTo(Deed.ENTRY_MADE);
                    assertThat(oldest.after()).isEqualTo("'; drop table audit; --");
                });
    }

    @Test
    void whatPeopleDidIsFoundByWhoWhatAndWhen() {
        audit.add(deed("li", Deed.ENTRY_MADE, NOW));
        audit.add(deed("wang", Deed.ENTRY_MADE, NOW.plusMillis(1)));
        audit.add(deed("wang", Deed.ENTRY_ENDED, NOW.plusMillis(2)));

        assertThat(audit.page(new AuditQuery(
                        Optional.of("wang"),
                        Optional.of(Deed.ENTRY_MADE),
                        Optional.of("blocklist 1"),
                        Optional.of(NOW.plusMillis(1)),
                        Optional.of(NOW.plusMillis(2)),
                        Optional.empty(),
                        10)))
                .singleElement()
                .extracting(AuditEntry::at)
                .isEqualTo(NOW.plusMillis(1));
    }

    @Test
    void whatPeopleDidIsNotChangedAfterwards() {
        audit.add(deed("li", Deed.ENTRY_MADE, NOW));

        assertThatThrownBy(() -> database()
                        .writeNow(connection ->
                                connection.sql("update audit set who = 'wang'").update()))
                .isInstanceOf(StorageException.class);
        assertThat(audit.page(AuditQuery.newest(1)).getFirst().who()).isEqualTo("li");
    }

    @Test
    void whatIsTooOldGoes() {
        audit.add(deed("li", Deed.ENTRY_MADE, NOW.minusMillis(1)));
        audit.add(deed("wang", Deed.ENTRY_MADE, NOW));
        tokens.add(token("abcdefghijk1", Scope.SCREEN));
        JdbcRetention retention = new JdbcRetention(database());

        assertThat(retention.audit(NOW)).isEqualTo(1);
        assertThat(audit.page(AuditQuery.newest(9))).extracting(AuditEntry::who).containsExactly("wang");
        assertThat(retention.tokens(NOW.plusSeconds(60))).isZero();
        assertThat(retention.tokens(NOW.plusSeconds(61))).isEqualTo(1);
    }
}
