package dev.quell.security.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.testing.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final People store = new People();
    private final Accounts accounts = new Accounts(store);

    private static Account account(String name, Role role) {
        return new Account(
                name, name, Set.of(role), Optional.empty(), new PasswordHash("{none}"), NOW, false, NOW, NOW);
    }

    private void change(String name, UnaryOperator<Account> as) throws LastAdminException {
        accounts.change(name, as, (before, after) -> List.of());
    }

    @Test
    void somebodyWhoMayDoEverythingIsAlwaysLeft() throws LastAdminException {
        accounts.add(account("one", Role.ADMIN));
        assertThatThrownBy(() -> change("one", was -> was.disabled(true, NOW))).isInstanceOf(LastAdminException.class);
        assertThatThrownBy(() -> change("one", was -> was.as("one", Set.of(Role.AGENT), Optional.empty(), NOW)))
                .isInstanceOf(LastAdminException.class);

        accounts.add(account("two", Role.ADMIN));
        change("one", was -> was.disabled(true, NOW));

        assertThat(accounts.find("one").orElseThrow().disabled()).isTrue();
        assertThatThrownBy(() -> change("two", was -> was.disabled(true, NOW))).isInstanceOf(LastAdminException.class);
        assertThat(store.all()).extracting(Account::disabled).containsExactly(true, false);
    }

    @Test
    void ofWhatIsHeardLateTheLaterStateStays() throws LastAdminException {
        Account before = account("one", Role.ADMIN);
        accounts.add(before);
        accounts.add(account("two", Role.ADMIN));
        change("one", was -> was.disabled(true, NOW));

        accounts.heard(List.of(before));

        assertThat(accounts.find("one").orElseThrow().disabled()).isTrue();
    }

    @Test
    void aChangeIsLaterThanWhatItChanges() throws LastAdminException {
        accounts.add(account("one", Role.ADMIN));
        accounts.add(account("two", Role.ADMIN));
        change("one", was -> was.disabled(true, NOW.minusSeconds(9)));

        assertThat(accounts.find("one").orElseThrow().changedAt()).isEqualTo(NOW.plusMillis(1));
    }

    @Test
    void whomThereIsNotNobodyChanges() throws LastAdminException {
        assertThat(accounts.change("one", was -> was.disabled(true, NOW), (before, after) -> List.of()))
                .isEmpty();
    }

    @Test
    void onlyTheVeryFirstIsMadeByTheLink() {
        assertThat(accounts.none()).isTrue();
        assertThat(accounts.addFirst(account("one", Role.ADMIN))).isTrue();
        assertThat(accounts.addFirst(account("two", Role.ADMIN))).isFalse();
        assertThat(accounts.none()).isFalse();
    }

    @Test
    void whatAnotherInstanceSaysCountsAtOnce() {
        accounts.add(account("one", Role.ADMIN));
        accounts.heard(List.of(account("one", Role.AUDITOR), account("two", Role.AGENT)));

        assertThat(accounts.all()).extracting(Account::name).containsExactly("one", "two");
        assertThat(accounts.find("one").orElseThrow().roles()).containsExactly(Role.AUDITOR);
    }

    private static Account outside(String name, Role role, String subject) {
        Account plain = account(name, role);
        return new Account(
                name,
                name,
                plain.roles(),
                plain.agent(),
                plain.password(),
                NOW,
                false,
                false,
                NOW,
                NOW.plusSeconds(1),
                Optional.of(new Identity(Way.LDAP, "ldap:dc=example", subject)));
    }

    @Test
    void whatIsHeardOfAnotherPersonOfTheSameNameChangesNothing() {
        accounts.add(account("one", Role.AGENT));
        accounts.add(outside("two", Role.AGENT, "a"));
        accounts.heard(List.of(outside("one", Role.ADMIN, "b"), outside("two", Role.ADMIN, "c")));

        assertThat(accounts.all()).allMatch(account -> !account.isAdmin());
        assertThat(accounts.find(new Identity(Way.LDAP, "ldap:dc=example", "a")))
                .map(Account::name)
                .contains("two");
        assertThat(accounts.find(new Identity(Way.LDAP, "ldap:dc=example", "b")))
                .isEmpty();
        assertThat(accounts.find(new Identity(Way.OIDC, "ldap:dc=example", "a")))
                .isEmpty();
    }

    @Test
    void anAdminOfAnotherServiceIsNotTheOneWhoHasToBeLeft() throws LastAdminException {
        accounts.add(account("one", Role.ADMIN));
        accounts.add(outside("two", Role.ADMIN, "a"));

        assertThatThrownBy(() -> change("one", was -> was.disabled(true, NOW))).isInstanceOf(LastAdminException.class);
        change("two", was -> was.disabled(true, NOW));

        assertThat(accounts.find("two").orElseThrow().disabled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "li, true",
        "l, false",
        "li.na_2-x, true",
        "2li, false",
        "Li, false",
        "'li na', false",
        "api, false",
        "api2, true",
        "abcdefghijabcdefghijabcdefghijabcdefghij, true",
        "abcdefghijabcdefghijabcdefghijabcdefghijk, false"
    })
    void whatANameMayBe(String name, boolean may) {
        assertThat(Account.isName(name)).isEqualTo(may);
    }
}
