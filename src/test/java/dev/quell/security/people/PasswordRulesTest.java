package dev.quell.security.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @CsvSource({
        "elevenchars, SHORT",
        "twelve chars,",
        "一二三四五六七八九十一, SHORT",
        "一二三四五六七八九十一二,",
        "password1234, COMMON",
        "Password!!!!!!, COMMON",
        "123456789012, COMMON",
        "aaaabbbbcccc, SAME",
        "aaaabbbbccccdddde,",
        "li.na.wang12, OWN",
        "li.na.wang-and-six,",
    })
    void whatAPasswordMayBe(String password, PasswordRules.Fault fault) {
        assertThat(rules.fault(password, "li.na.wang").orElse(null)).isEqualTo(fault);
    }

    @Test
    void twoHundredCharactersAreTheMost() {
        String part = "correct horse battery staples ";
        String long200 = part.repeat(7).substring(0, 200);

        assertThat(rules.fault(long200, "li")).isEmpty();
        assertThat(rules.fault(long200 + "x", "li")).contains(PasswordRules.Fault.LONG);
    }

    @Test
    void whatIsLongerThanTheFieldIsNotEvenNormalised() {
        String most = "e\u0301".repeat(PasswordRules.MOST);

        assertThat(rules.fault(most, "li")).isNotEqualTo(Optional.of(PasswordRules.Fault.LONG));
        assertThat(rules.fault(most + "x", "li")).contains(PasswordRules.Fault.LONG);
        assertThat(PasswordRules.normal(most)).hasSize(PasswordRules.MOST);
        assertThatThrownBy(() -> PasswordRules.normal(most + "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneFormHoweverItWasTyped() {
        assertThat(PasswordRules.normal("ｐａｓｓ e\u0301")).isEqualTo("pass \u00e9");
    }
}
