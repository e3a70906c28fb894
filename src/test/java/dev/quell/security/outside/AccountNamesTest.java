package dev.quell.security.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.security.people.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountNamesTest {

    @ParameterizedTest
    @CsvSource({
        "li.na, li.na",
        "Li.Na@example.org, li.na",
        "CORP\\\\wang, corp-wang",
        "Jörg Müller, jorg-muller",
        "1001, person",
        "李娜, person",
        "'', person",
        "x, person",
        "-.a.-, person",
        "api2, api2",
        "abcdefghijabcdefghijabcdefghijabcdefghij, abcdefghijabcdefghijabcdefghijab"
    })
    void anAccountIsNamedAsTheServiceHasItAsFarAsThatIsAName(String told, String name) {
        assertThat(AccountNames.of(told)).first().isEqualTo(name);
        assertThat(AccountNames.of(told).skip(1)).first().isEqualTo(name + ".2");
        assertThat(AccountNames.of(told)).allMatch(Account::isName);
    }

    @Test
    void whatNoAccountMayBeCalledGetsANumber() {
        assertThat(AccountNames.of("api")).startsWith("api.2", "api.3").hasSize(998);
    }

    @Test
    void aFullNameIsWhatShowsOfIt() {
        assertThat(AccountNames.full(" Li Na ", "li")).isEqualTo("Li Na");
        assertThat(AccountNames.full("Li\u202eNa\n", "li")).isEqualTo("LiNa");
        assertThat(AccountNames.full("\u0000", "li")).isEqualTo("li");
        assertThat(AccountNames.full("", "li")).isEqualTo("li");
    }

    @Test
    void aFullNameIsCutWhereItBecomesTooLong() {
        assertThat(AccountNames.full("娜".repeat(81), "li")).isEqualTo("娜".repeat(80));
    }
}
