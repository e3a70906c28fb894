package dev.quell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LoopbackTest {

    private final Loopback loopback = new Loopback(new HttpSettings(List.of()));

    private static MockHttpServletRequest request(String peer, String host) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/actuator/prometheus");
        request.setRemoteAddr(peer);
        request.setServerName(host);
        return request;
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost, true",
        "127.0.0.1, 127.0.0.1, true",
        "127.3.4.5, localhost, true",
        "::1, [::1], true",
        "127.0.0.1, quell.example.net, false",
        "127.0.0.1, 198.51.100.1, false",
        "198.51.100.7, localhost, false"
    })
    void whoIsOnThisMachine(String peer, String host, boolean here) {
        assertThat(loopback.matches(request(peer, host))).isEqualTo(here);
    }

    @Test
    void whatIsCalledAProxyIsNot() {
        Loopback proxied = new Loopback(new HttpSettings(List.of("127.0.0.1")));

        assertThat(proxied.matches(request("127.0.0.1", "localhost"))).isFalse();
        assertThat(proxied.matches(request("127.0.0.2", "localhost"))).isTrue();
    }
}
