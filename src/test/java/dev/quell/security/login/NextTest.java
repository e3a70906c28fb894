package dev.quell.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.people.Person;
import dev.quell.security.people.Role;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/calls", "/calls?class=SILENT&from=2026-11-22T00:00:00Z", "/calls/1795339998.23"})
    void aPathOfThisSiteMayBeGoneTo(String path) {
        assertThat(Next.isPath(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "calls",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/calls\r\nSet-Cookie: a=b",
                "/\tevil",
                "javascript:alert(1)",
                "/calls#x"
            })
    void nothingElseMay(String text) {
        assertThat(Next.isPath(text)).isFalse();
        assertThat(Next.isAddress(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/login?wrong", "/logout", "/error", "/setup/x"})
    void whatIsNoPageToComeBackToIsAnAddressAllTheSame(String path) {
        assertThat(Next.isPath(path)).isFalse();
        assertThat(Next.isAddress(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logins", "/errors?x", "/setups"})
    void whatOnlyBeginsLikeThatIsAPage(String path) {
        assertThat(Next.isPath(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, /now", "SECURITY, /sources", "AUDITOR, /now", "AGENT, /agent"})
    void thePageThatARoleBeginsWith(Role role, String page) {
        Person person = new Person("li", "Li", Set.of(role), role.rights(), Optional.empty());

        assertThat(Next.of(person)).isEqualTo(page);
    }
}
