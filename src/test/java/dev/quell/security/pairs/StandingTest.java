package dev.quell.security.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Right;
import dev.quell.security.people.Role;
import dev.quell.security.tokens.Tokens;
import dev.quell.testing.People;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    private final Accounts accounts = new Accounts(new People());
    private final Tokens tokens = mock(Tokens.class);
    private final Standing standing = new Standing(accounts, tokens);

    @BeforeEach
    void people() {
        when(tokens.owner(anyString())).thenAnswer(asked -> asked.getArgument(0));
        when(tokens.holds(anyString())).thenReturn(true);
        account("li", Role.SECURITY, false);
        account("off", Role.SECURITY, true);
        account("chen", Role.AUDITOR, false);
    }

    private void account(String name, Role role, boolean disabled) {
        accounts.add(new Account(
                name,
                name,
                Set.of(role),
                Optional.empty(),
                new PasswordHash("{none}"),
                Instant.EPOCH,
                disabled,
                Instant.EPOCH,
                Instant.EPOCH));
    }

    @ParameterizedTest
    @CsvSource({"li, BLOCK, ", "li, WEIGH, RIGHT", "chen, BLOCK, RIGHT", "off, BLOCK, ACCOUNT", "nobody, BLOCK, ACCOUNT"
    })
    void aWordCountsWhileItsAccountMayDoWhatItSaid(String who, Right right, Lapse why) {
        assertThat(standing.lapse(who, right)).isEqualTo(Optional.ofNullable(why));
        assertThat(standing.may(who, right)).isEqualTo(why == null);
    }

    @Test
    void theInstallationsOwnTokenAlwaysCounts() {
        assertThat(standing.lapse("api", Right.WEIGH)).isEmpty();
    }

    @Test
    void aTokensWordIsItsMakersWhileItHolds() {
        when(tokens.owner("token:of-li")).thenReturn("li");
        when(tokens.owner("token:of-off")).thenReturn("off");
        assertThat(standing.lapse("token:of-li", Right.BLOCK)).isEmpty();
        assertThat(standing.lapse("token:of-off", Right.BLOCK)).contains(Lapse.ACCOUNT);

        when(tokens.holds("token:of-li")).thenReturn(false);
        assertThat(standing.lapse("token:of-li", Right.BLOCK)).contains(Lapse.TOKEN);
    }
}
