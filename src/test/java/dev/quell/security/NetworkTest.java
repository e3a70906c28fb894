package dev.quell.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2::, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "fe80::1%eth0, fe80000000000000/64",
        "::ffff:198.51.100.7, 198.51.100.7",
        "::1, 0000000000000000/64",
        "no address, no address",
        "'', ''"
    })
    void whatLimitsCountBy(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }
}
