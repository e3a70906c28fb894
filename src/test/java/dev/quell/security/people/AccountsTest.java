package dev.quell.security.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.testing.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    @Test
    void somebodyWhoMayDoEverythingIsAlwaysLeft() throws LastAdminException {
        Account one = account("one", Role.ADMIN);
        Account two = account("two", Role.ADMIN);
        accounts.add(one);
        assertThatThrownBy(() -> accounts.change(one.disabled(true, NOW))).isInstanceOf(LastAdminException.class);
        assertThatThrownBy(() -> accounts.change(one.as("one", Set.of(Role.AGENT), Optional.empty(), NOW)))
                .isInstanceOf(LastAdminException.class);

        accounts.add(two);
        accounts.change(one.disabled(true, NOW));

        assertThat(accounts.find("one").orElseThrow().disabled()).isTrue();
        assertThatThrownBy(() -> accounts.change(two.disabled(true, NOW))).isInstanceOf(LastAdminException.class);
        assertThat(store.all()).extracting(Account::disabled).containsExactly(true, false);
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

    @ParameterizedTest
    @CsvSource({
        "li, true",
        "l, false",
        "li.na_2-x, true",
        "2li, false",
        "Li, false",
        "'li na', false",
        "abcdefghijabcdefghijabcdefghijabcdefghij, true",
        "abcdefghijabcdefghijabcdefghijabcdefghijk, false"
    })
    void whatANameMayBe(String name, boolean may) {
        assertThat(Account.isName(name)).isEqualTo(may);
    }
}
