package dev.quell.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.testing.ShippedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
