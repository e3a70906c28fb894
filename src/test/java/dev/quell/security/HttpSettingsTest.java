package dev.quell.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

    @Test
    void anAddressIsANetworkOfOne() {
        assertThat(new HttpSettings(List.of("127.0.0.1", " 10.0.0.0/8 ", "2001:DB8::1", "fd00::/8")).trustedProxies())
                .containsExactly("127.0.0.1/32", "10.0.0.0/8", "2001:db8::1/128", "fd00::/8");
        assertThat(new HttpSettings(List.of("")).trustedProxies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "10.0.0.0/33", "10.0.0.1/", "1.2.3.4,5.6.7.8", ".*", "::/129"})
    void whatIsNoneIsNamed(String text) {
        assertThatThrownBy(() -> new HttpSettings(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("quell.http.trusted-proxies: '" + text + "' is no address or network");
    }
}
