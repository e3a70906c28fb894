package dev.quell.security.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import dev.quell.security.Signed;
import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import dev.quell.security.people.Role;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

class MaskingTest {

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static void signIn(Right... rights) {
        SecurityContextHolder.setContext(new SecurityContextImpl(Signed.as(Person.program("test", Set.of(rights)))));
    }

    @ParameterizedTest
    @CsvSource({
        "+8613800138000, +86•••••000",
        "+12025550123, +1•••••123",
        "+35312345678, +353•••••678",
        "+4930123456, +49•••••456",
        "+49123456, +49•••••",
        "+861234567, +86•••••567",
        "+86123456, +86•••••",
        "+7123, +7•••••",
        "i:8001, 8001",
        "i:110, 110",
        "x:12345678, invalid:12345678",
        "x:123456789, invalid:•••••789",
        "withheld, withheld",
    })
    void aNumberKeepsItsCountryAndItsLastThreeDigits(String key, String shown) {
        signIn(Right.CALLS);

        assertThat(Masking.show(CallerNumber.ofKey(key))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            +8613800138000 "Wang", +86•••••000 "Wang"
            blocklist 17 +8613800138000, blocklist 17 +86•••••000
            +861380013*, +86•••••013*
            +86138*, +86138*
            called from 13800138000 twice, called from •••••000 twice
            138 0013 8000, •••••000
            +86 138-0013-8000, +86•••••000
            call pbx:1763800000.12, call pbx:1763800000.12
            case 10492837, case 10492837
            until 2026-12-01T10:00:00.123456789Z: silent, until 2026-12-01T10:00:00.123456789Z: silent
            arrived 2026-11-20 16:00:00 +08:00, arrived 2026-11-20 16:00:00 +08:00
            tel:+8613800138000, tel:+86•••••000
            PJSIP/1001: ABUSE, PJSIP/1001: ABUSE
            """)
    void numbersInTextsAreMaskedAndNothingElse(String text, String shown) {
        signIn(Right.CALLS);

        assertThat(Masking.text(text)).isEqualTo(shown);
    }

    @Test
    void whoeverHasTheRightSeesAllOfIt() {
        signIn(Right.UNMASK);

        assertThat(Masking.show(CallerNumber.ofKey("+8613800138000"))).isEqualTo("+8613800138000");
        assertThat(Masking.text("from +8613800138000")).isEqualTo("from +8613800138000");
        assertThat(Masking.mayAsk("+8613800138")).isTrue();
    }

    @Test
    void nobodySignedInSeesNothingWhole() {
        assertThat(Masking.whole()).isFalse();
        assertThat(Masking.show(CallerNumber.ofKey("+8613800138000"))).isEqualTo("+86•••••000");
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, true", "SECURITY, true", "AUDITOR, false", "AGENT, false"})
    void rolesThatReviewSourcesSeeNumbersWhole(Role role, boolean whole) {
        signIn(role.rights().toArray(Right[]::new));

        assertThat(Masking.whole()).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, true", "SECURITY, true", "AUDITOR, true", "AGENT, false"})
    void whoeverMayHaveOneNumberShown(Role role, boolean may) {
        assertThat(role.rights().contains(Right.REVEAL)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"+86138, true", "+861380, false", "+1202, true", "+12025, false", "+353123, true", "+3531234, false"})
    void aMaskedReaderAsksForNoFinerPrefixThanACountryAndThreeDigits(String start, boolean may) {
        signIn(Right.CALLS);

        assertThat(Masking.mayAsk(start)).isEqualTo(may);
    }

    @Test
    void inAnAddressAMaskedNumberIsSealed() {
        CallerNumber caller = CallerNumber.ofKey("+8613800138000");
        signIn(Right.CALLS);
        String sealed = Masking.key(caller);

        assertThat(sealed).matches("m\\.[A-Za-z0-9_-]{30,80}").doesNotContain("138001");
        assertThat(Masking.key(caller)).isNotEqualTo(sealed);
        assertThat(Masking.caller(sealed)).contains(caller);
        assertThat(Masking.caller(sealed.substring(0, sealed.length() - 2) + "AA"))
                .isEmpty();
        assertThat(Masking.caller("m.")).isEmpty();
        assertThat(Masking.caller("nonsense")).isEmpty();
        signIn(Right.UNMASK);
        assertThat(Masking.key(caller)).isEqualTo("+8613800138000");
        assertThat(Masking.caller("+8613800138000")).contains(caller);
    }
}
