package dev.quell.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.ShippedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceNumbersTest {

    private static ServiceNumbers of(String region) {
        return new ServiceNumbers(ShippedSettings.of("quell.call", CallSettings.class, "region", region));
    }

    @ParameterizedTest
    @CsvSource({
        "CN, i:110", "CN, i:119", "CN, i:120", "CN, i:122", "CN, i:12110", "CN, i:95110", "CN, +86110", "CN, +8610110",
        "CN, x:110", "DE, i:110", "DE, i:112", "DE, +49112", "DE, x:49110", "GB, i:999", "GB, i:112", "GB, +44999",
        "US, i:911", "US, i:112", "US, +1911", "IN, i:112", "IN, i:100", "IN, i:101", "IN, i:108", "IN, +91112",
        "BR, i:190", "BR, i:192", "BR, i:193", "BR, +55190"
    })
    void emergencies(String region, String key) {
        ServiceNumbers numbers = of(region);

        assertThat(numbers.isEmergency(CallerNumber.ofKey(key))).isTrue();
        assertThat(numbers.isService(CallerNumber.ofKey(key))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CN, i:12345",
        "CN, i:10086",
        "CN, i:95588",
        "CN, +8613800138110",
        "CN, withheld",
        "CN, x:",
        "CN, i:911",
        "DE, i:911",
        "DE, i:8001",
        "DE, i:115",
        "DE, +4989112112",
        "GB, i:911999",
        "GB, i:8001",
        "US, i:999",
        "US, i:8001",
        "US, +12025550911",
        "IN, i:8001",
        "BR, i:8001",
        "BR, i:911999"
    })
    void noEmergencies(String region, String key) {
        assertThat(of(region).isEmergency(CallerNumber.ofKey(key))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CN, i:12345, true", "CN, i:12346, false", "CN, +8612345, true", "CN, i:10086, true", "CN, i:95588, true",
        "DE, i:12345, false", "DE, +8612345, true", "DE, +8610110, true", "DE, i:116117, true", "DE, i:8001, false",
        "GB, i:116123, true", "GB, i:8001, false", "US, i:8001, false", "IN, i:8001, false", "BR, i:8001, false"
    })
    void publicServices(String region, String key, boolean service) {
        assertThat(of(region).isService(CallerNumber.ofKey(key))).isEqualTo(service);
    }

    @Test
    void aSitesOwnEmergencyNumbers() {
        ServiceNumbers numbers = new ServiceNumbers(
                ShippedSettings.of("quell.call", CallSettings.class, "emergency-numbers", "+8653188888888,8110"));

        assertThat(numbers.isEmergency(CallerNumber.ofKey("+8653188888888"))).isTrue();
        assertThat(numbers.isEmergency(CallerNumber.ofKey("+8653188888889"))).isFalse();
        assertThat(numbers.isEmergency(CallerNumber.ofKey("i:8110"))).isTrue();
        assertThat(numbers.isEmergency(CallerNumber.ofKey("i:8111"))).isFalse();
    }

    @Test
    void aTrunksPriorityHeaderIsBelievedUnlessItIsNamed() {
        CallSettings settings = ShippedSettings.of(
                "quell.call",
                CallSettings.class,
                "trunks.internet.priority",
                "ignored",
                "trunks.carrier.trusted",
                "true");

        assertThat(settings.believesPriority("internet")).isFalse();
        assertThat(settings.believesPriority("carrier")).isTrue();
        assertThat(settings.believesPriority("unnamed")).isTrue();
    }
}
