package dev.quell.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallSettings.DefaultLine;
import dev.quell.call.CallerNumber.Internal;
import dev.quell.call.CallerNumber.Invalid;
import dev.quell.call.CallerNumber.Withheld;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {

    private final NumberReader reader = inRegion("CN");

    static NumberReader inRegion(String region) {
        return new NumberReader(new CallSettings(
                region,
                Set.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                new DefaultLine(Profile.STANDARD, ListenPolicy.SUSPECTS, BlockedPolicy.DETER)));
    }

    @ParameterizedTest
    @CsvSource({
        "+86755, +86755",
        "+86138, +86138",
        "0086 755, +86755",
        "+44 20, +4420",
        "+861, +861",
        "+86 75512, +8675512"
    })
    void tooFewDigitsForANumberAreABeginning(String raw, String start) {
        assertThat(reader.readUnfinished(raw)).contains(start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+8613800138000",
                "13800138000",
                "8001",
                "138",
                "+86138001380001234",
                "+999",
                "+0755",
                "*755",
                "+86755*",
                "abc",
                "withheld",
                ""
            })
    void whatIsANumberOrCanBeNoneIsNoBeginning(String raw) {
        assertThat(reader.readUnfinished(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000, +8613800138000",
        "+8613800138000, +8613800138000",
        "008613800138000, +8613800138000",
        "8613800138000, +8613800138000",
        "013800138000, +8613800138000",
        "075512345678, +8675512345678",
        "+86 755 1234 5678, +8675512345678",
        "(0755) 8234-5678, +8675582345678",
        "01082345678, +861082345678",
        "02082345678, +862082345678",
        "4008001234, +864008001234",
        "8008101234, +868008101234",
        "+442079460123, +442079460123",
        "00442079460123, +442079460123",
        "+12025550123, +12025550123",
        "+390612345678, +390612345678",
        "+85223456789, +85223456789",
        "82345678, +8682345678",
    })
    void publicNumbersBecomeE164(String shown, String e164) {
        assertThat(reader.read(shown, "allowed_not_screened")).isEqualTo(new CallerNumber.E164(e164));
    }

    @ParameterizedTest
    @CsvSource({
        "CN, 138, +86138",
        "CN, 0138, +86138",
        "CN, 010-82, +861082",
        "CN, +86138, +86138",
        "CN, 0086 138, +86138",
        "CN, 86138, +86138",
        "CN, +49, +49",
        "US, 415, +1415",
        "US, 1415, +1415",
        "IT, 06, +3906",
    })
    void aBeginningIsReadNationallyWithoutACountrysCode(String region, String typed, String start) {
        assertThat(inRegion(region).readBeginning(typed)).contains(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "+0", "138x", "+12345678901234567", "123456789012345"})
    void whatNoNumberBeginsWithIsNoBeginning(String typed) {
        assertThat(reader.readBeginning(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "10", "110", "119", "1001", "12345", "10086", "95588", "955123"})
    void twoToSixDigitsAreAShortNumber(String shown) {
        assertThat(reader.read(shown, "allowed")).isEqualTo(new Internal(shown));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "+1, 1",
        "+8613800, 8613800",
        "+999123456789, 999123456789",
        "123456789012345678901, 12345678901234567890",
        "12345678901234567890, 12345678901234567890",
        "+86138001380001380013, 86138001380001380013",
        "1380013800a, 1380013800",
        "${SHELL(id)}13800138000, 13800138000",
        "++8613800138000, 8613800138000",
        "13800+138000, 13800138000",
    })
    void whatNoNetworkGivesOutIsInvalidAndKeepsAtMostTwentyDigits(String shown, String digits) {
        assertThat(reader.read(shown, "allowed")).isEqualTo(new Invalid(digits));
    }

    @Test
    void twoThousandDigitsAreInvalid() {
        assertThat(reader.read("1".repeat(2000), "allowed")).isEqualTo(new Invalid("1".repeat(20)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "<script>alert(1)</script>",
                "=HYPERLINK(\"x\")",
                "\"; DROP TABLE calls;--",
                "电话",
                "１３８００１３８０００"
            })
    void textIsInvalidWithWhatPlainDigitsItHas(String shown) {
        assertThat(reader.read(shown, "allowed"))
                .isEqualTo(new Invalid(shown.chars()
                        .filter(c -> c >= '0' && c <= '9')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()));
    }

    @Test
    void controlAndDirectionCharactersMakeANumberInvalid() {
        assertThat(reader.read("13800138000\nagi_arg_1: v1", "allowed")).isEqualTo(new Invalid("1380013800011"));
        assertThat(reader.read("1380013\u00008000", "allowed")).isEqualTo(new Invalid("13800138000"));
        assertThat(reader.read("\u202e13800138000", "allowed")).isEqualTo(new Invalid("13800138000"));
        assertThat(reader.read("138\ufffd00138000", "allowed")).isEqualTo(new Invalid("13800138000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "anonymous", "Anonymous", "unavailable", "RESTRICTED", "unknown", "private"})
    void emptyAndTheWordsForKeptBackAreWithheld(String shown) {
        assertThat(reader.read(shown, "allowed")).isEqualTo(new Withheld());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prohib",
                "prohib_not_screened",
                "prohib_passed_screen",
                "prohib_failed_screen",
                "PROHIB",
                "unavailable"
            })
    void presentationWithholdsWhateverTheNumberSays(String presentation) {
        assertThat(reader.read("13800138000", presentation)).isEqualTo(new Withheld());
    }

    @Test
    void theRegionDecidesHowANationalNumberIsRead() {
        assertThat(inRegion("GB").read("02079460123", "allowed")).isEqualTo(new CallerNumber.E164("+442079460123"));
    }
}
