package dev.quell.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.testing.ShippedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedNumbersTest {

    private final ProtectedNumbers numbers = new ProtectedNumbers(
            ShippedSettings.of(
                    "quell.blocklist", BlockListSettings.class, "protected-numbers", "+8653188888888,8001,+8675512*"),
            ShippedSettings.of("quell.call", CallSettings.class));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i:110",
                "i:119",
                "i:120",
                "i:122",
                "i:12110",
                "i:12345",
                "i:12315",
                "i:12320",
                "i:12338",
                "i:12355",
                "i:12356",
                "i:12385",
                "i:95110",
                "i:10000",
                "i:10086",
                "i:95588",
                "i:95300",
                "i:95699",
                "+86110",
                "+8612345",
                "+8695588",
                "+8610086",
                "+8610110",
                "+8621120",
                "+8653012345",
                "+861095588",
                "x:110"
            })
    void emergencyServiceCarrierAndBankNumbersInEveryForm(String key) {
        assertThat(numbers.covers(CallerNumber.ofKey(key))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i:111",
                "i:12346",
                "i:95400",
                "i:1008",
                "i:100861",
                "+8613800138000",
                "+861012345678",
                "+8611012345",
                "+85212345",
                "+8653012346",
                "withheld",
                "x:",
                "x:95588123456"
            })
    void nearMisses(String key) {
        assertThat(numbers.covers(CallerNumber.ofKey(key))).isFalse();
    }

    @Test
    void aSitesOwnAdditions() {
        assertThat(numbers.covers(CallerNumber.ofKey("+8653188888888"))).isTrue();
        assertThat(numbers.covers(CallerNumber.ofKey("+8653188888889"))).isFalse();
        assertThat(numbers.covers(CallerNumber.ofKey("i:8001"))).isTrue();
        assertThat(numbers.covers(CallerNumber.ofKey("i:80011"))).isFalse();
        assertThat(numbers.covers(CallerNumber.ofKey("+8675512345678"))).isTrue();
        assertThat(numbers.covers(CallerNumber.ofKey("+8675522345678"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // The site's own number, at either end and inside.
        "+8653188888880, +8653188888888, +8653188888888",
        "+8653188888888, +8653188888890, +8653188888888",
        "+8653188880000, +8653188890000, +8653188888888",
        // A prefix of the site's that the range reaches into, lies in, or has in it.
        "+8675511999990, +8675512000010, +8675512000000",
        "+8675512345600, +8675512345700, +8675512345600",
        // Carriers, banks and emergency numbers in their long forms.
        "+861095200, +861095999, +861095300",
        "+8695580, +8695599, +8695580",
        "+86100, +86112, +86110"
    })
    void aRangeWithAProtectedNumberInItTellsThatNumber(String from, String to, String number) {
        assertThat(numbers.within(new ListPattern.Range(from, to))).contains(number);
        assertThat(numbers.isRefused(new ListPattern.Range(from, to))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "+8653188888889, +8653188889999",
        "+8653188880000, +8653188888887",
        "+8675513000000, +8675513999999",
        "+8675511000000, +8675511999999",
        "+8617000047000, +8617000047999",
        "+447700900000, +447700900999",
        "+8695600001, +8695600009"
    })
    void otherRangesAreFree(String from, String to) {
        assertThat(numbers.within(new ListPattern.Range(from, to))).isEmpty();
    }
}
