package dev.quell.security.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import dev.quell.security.Signed;
import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import dev.quell.security.people.Role;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

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
        "+35312345678, +353•••••78",
        "+4930123456, +49•••••56",
        "+49123456, +49•••••",
        "+861234567, +86•••••",
        "+86123456, +86•••••",
        "+7123, +7•••••",
        "i:8001, 8001",
        "i:110, 110",
        "x:12345678, invalid:12345678",
        "x:123456789, invalid:•••••89",
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
            +861380013*, +86•••••*
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
            tel:13800138000, tel:•••••000
            号码:13800138000，, 号码:•••••000，
            电话13800138000很吵, 电话•••••000很吵
            x/13800138000, x/•••••000
            PJSIP/13800138000-0000002a, PJSIP/•••••000-0000002a
            PJSIP/1001-0000002a, PJSIP/1001-0000002a
            PJSIP/1001-00000012;2, PJSIP/1001-00000012;2
            +86-13800138000, +86•••••000
            +86 (138) 0013-8000, +86•••••000
            0086 13800138000, •••••000
            86 13800138000, •••••000
            0755-12345678, •••••678
            010-88886666, •••••666
            021-123456, •••••56
            010 88886666, •••••666
            138.0013.8000, •••••000
            138/0013/8000, •••••000
            (0755)12345678, •••••678
            (0755) 1234-5678 call, •••••678 call
            (of 13800138000), (of •••••000)
            138 0013 8000, •••••000
            138–0013–8000, •••••000
            １３８００１３８０００, •••••000
            ＋８６１３８００１３８０００, +86•••••000
            1 3 8 0 0 1 3 8 0 0 0, •••••000
            138000138001380013800138001380, •••••380
            13800138000 13900139000, •••••000 •••••000
            case 10492837 16:20, case 10492837 16:20
            cases 10492837 10492838, cases 10492837 10492838
            call fs-1:1763800000.123456, call fs-1:1763800000.123456
            2026-11-20 16:00 13800138000, 2026-11-20 16:00 •••••000
            until 2026-12-01 10:00, until 2026-12-01 10:00
            20.11.2026 16, 20.11.2026 16
            import 1763800000123, import 1763800000123
            from 198.51.100.123, from 198.51.100.123
            weight 0.123456789012, weight 0.123456789012
            550e8400-e29b-41d4-a716-446655440000, 550e8400-e29b-41d4-a716-446655440000
            12345678, 12345678
            line 4001, line 4001
            +86138, +86138
            """)
    void numbersInTextsAreMaskedAndNothingElse(String text, String shown) {
        signIn(Right.CALLS);

        assertThat(Masking.text(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1380013 8000 | •••••000
            138 00138000 | •••••000
            138,0013,8000 | •••••000
            138，0013，8000！ | •••••000！
            138、0013、8000 | •••••000
            +86,138,0013,8000 | +86•••••000
            +86 1380013 8000 | +86•••••000
            86 1380013 8000 | •••••000
            ００８６１３８００１３８０００ | •••••000
            １３８ ００１３８０００ | •••••000
            １３８，００１３，８０００ | •••••000
            tel:1380013 8000 | tel:•••••000
            tel:138,0013,8000;ext=4 | tel:•••••000;ext=4
            (138)00138000 | •••••000
            (138 00138000) | (•••••000)
            138)0013(8000 | •••••000
            1380-013.8000 | •••••000
            138 - 00138000 | •••••000
            1380013·8000 | •••••000
            138.00138000 | •••••000
            138-00138000, 4001 | •••••000, 4001
            line 4001 138 00138000 4002 | line 4001 •••••000 4002
            13 80 01 38 00 0 | •••••000
            1380013 8000 139 00139000 | •••••000 •••••000
            0755,1234,5678 | •••••678
            0755 1234567 8 | •••••678
            at 16:20 1380013 8000 | at 16:20 •••••000
            """)
    void aNumberThatIsBrokenUpAnywhereIsMasked(String text, String shown) {
        signIn(Right.CALLS);

        assertThat(Masking.text(text)).isEqualTo(shown);
        signIn(Right.UNMASK);
        assertThat(Masking.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20 16:00 to 18:30",
                "2026/11/20, 16:00:05",
                "20.11.2026 13:45",
                "16:20 17:30 18:40",
                "case 10492837 160 calls",
                "cases 10492837,10492838",
                "13 cases, 8001 and 8002",
                "8001,8002",
                "8001, 8002, 8003",
                "13,800,138,000",
                "1,380,013.80",
                "13,800,138,000.00",
                "13，800，138，000",
                "138001380.00",
                "CNY 13800138.5 in all",
                "138.0.138.1",
                "from 13.80.138.1 and 198.51.100.123",
                "weight 0.13800138000",
                "call pbx:1763800000.12 and pbx:1763800000.13"
            })
    void timesAmountsCasesAndAddressesStay(String text) {
        signIn(Right.CALLS);

        assertThat(Masking.text(text)).isEqualTo(text);
    }

    @Test
    void aLongTextOfDigitsIsReadInTime() {
        signIn(Right.CALLS);
        String text = "1 ".repeat(20_000) + "(".repeat(20_000) + "0.".repeat(20_000) + "Local/" + "a".repeat(20_000);

        assertThat(Masking.text(text)).startsWith("•••••111 ");
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
    @CsvSource({
        "+86138, true",
        "+861380, false",
        "+1202, true",
        "+12025, false",
        "+4930, true",
        "+49301, false",
        "+3531, true",
        "+35312, false",
        "+8529, true",
        "+85291, false",
        "+659, true",
        "+6591, false"
    })
    void aMaskedReaderAsksForNoPrefixThatWithTheMaskLeavesFewerThanFiveDigits(String start, boolean may) {
        signIn(Right.CALLS);

        assertThat(Masking.mayAsk(start)).isEqualTo(may);
    }

    @Test
    void aNumberThatIsShownIsMaskedAgainWithTheRightToHaveItShown() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        Revealed.of(Objects.requireNonNull(request.getSession()), Clock.systemUTC())
                .add("+8613800138000");
        signIn(Right.CALLS, Right.REVEAL);
        assertThat(Masking.text("from +86 138 0013 8000")).isEqualTo("from +86 138 0013 8000");
        assertThat(Masking.show(CallerNumber.ofKey("+8613800138000"))).isEqualTo("+8613800138000");

        signIn(Right.CALLS);
        assertThat(Masking.show(CallerNumber.ofKey("+8613800138000"))).isEqualTo("+86•••••000");
        RequestContextHolder.resetRequestAttributes();
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
