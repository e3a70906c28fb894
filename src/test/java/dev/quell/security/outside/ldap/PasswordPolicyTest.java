package dev.quell.security.outside.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OpenLDAP and others send about a password, and what others might. */
class PasswordPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "3003810102, true",
        "3008a003800139810102, true",
        "3000, false",
        "3003810100, false",
        "3003810101, false",
        "3005a003800139, false",
        "30, false",
        "'', false",
        "30038101, false",
        "3003a0ff02, false",
        "0403810102, false"
    })
    void whoMustChooseAnotherIsToldApart(String value, boolean must) {
        assertThat(PasswordPolicy.mustChange(HexFormat.of().parseHex(value))).isEqualTo(must);
    }

    @Test
    void noValueSaysNothing() {
        assertThat(PasswordPolicy.mustChange(null)).isFalse();
    }
}
