package dev.quell.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests from this machine itself, as far as can be seen not passed on by a proxy on it: from loopback, to loopback by name, without a header that proxies
 * set, and not from an address that the settings call a proxy.
 */
final class Loopback implements RequestMatcher {
    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP", "Via");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

    private final List<IpAddressMatcher> addresses =
            List.of(new IpAddressMatcher("127.0.0.0/8"), new IpAddressMatcher("::1"));
    private final List<IpAddressMatcher> proxies;

    Loopback(HttpSettings settings) {
        this.proxies = Proxies.matchers(settings);
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        return is(addresses, peer)
                && !is(proxies, peer)
                && !Proxies.passedOn(request)
                && HERE.contains(request.getServerName())
                && FORWARDED.stream().allMatch(header -> request.getHeader(header) == null);
    }

    private static boolean is(List<IpAddressMatcher> any, String peer) {
        return any.stream().anyMatch(address -> address.matches(peer));
    }
}
