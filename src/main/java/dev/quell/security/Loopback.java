package dev.quell.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Requests from this machine itself, not passed on by a proxy on it. */
final class Loopback implements RequestMatcher {
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private final List<IpAddressMatcher> addresses =
            List.of(new IpAddressMatcher("127.0.0.0/8"), new IpAddressMatcher("::1"));

    @Override
    public boolean matches(HttpServletRequest request) {
        return addresses.stream().anyMatch(address -> address.matches(request.getRemoteAddr()))
                && FORWARDED.stream().allMatch(header -> request.getHeader(header) == null);
    }
}
