package dev.quell.security.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.people.PeopleSettings.Session;
import dev.quell.security.people.PeopleSettings.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new PeopleSettings(
            new Session(Duration.ofMinutes(30), Duration.ofHours(12)),
            new SignIn(
                    new SignIn.Account(5, Duration.ofMinutes(5)),
                    new SignIn.Strangers(20, Duration.ofHours(1)),
                    new SignIn.Address(300, Duration.ofMinutes(5)),
                    new SignIn.Directory(4, Duration.ofHours(1))),
            10,
            Duration.ofHours(24),
            new PeopleSettings.SecondPerson(Duration.ofDays(14))));

    @AfterEach
    void end() {
        passwords.destroy();
    }

    @Test
    void thePasswordMatchesItsHashAndNoOtherDoes() throws TooBusyException {
        PasswordHash hash = passwords.hash("a long enough one");

        assertThat(passwords.matches("a long enough one", hash, Turn.STRANGER)).isTrue();
        assertThat(passwords.matches("a long enough ono", hash, Turn.STRANGER)).isFalse();
        assertThat(hash.encoded()).startsWith("{sha256-bcrypt}$2a$10$").doesNotContain("long");
        assertThat(hash).hasToString("PasswordHash[…]");
    }

    @Test
    void whatIsBeyondBcrypts72BytesCounts() throws TooBusyException {
        String same = "密码".repeat(20);
        PasswordHash hash = passwords.hash(same + "1");

        assertThat(passwords.matches(same + "2", hash, Turn.STRANGER)).isFalse();
    }

    @Test
    void aHashOfAnotherWayMatchesNothing() throws TooBusyException {
        assertThat(passwords.matches("plain", new PasswordHash("plain"), Turn.STRANGER))
                .isFalse();
    }
}
