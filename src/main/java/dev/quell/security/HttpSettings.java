package dev.quell.security;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The settings under {@code quell.http}: what stands before this service.
 *
 * @param trustedProxies addresses, or networks such as 10.0.0.0/24, whose word about the address and the scheme of a request is taken; empty: nobody's
 */
@ConfigurationProperties(prefix = "quell.http", ignoreUnknownFields = false)
public record HttpSettings(@DefaultValue List<String> trustedProxies) {

    public HttpSettings {
        trustedProxies = trustedProxies.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .map(HttpSettings::network)
                .toList();
    }

    /** Always with the length of its prefix. */
    private static String network(String text) {
        String whole = text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32");
        if (whole.matches("[0-9a-f.:]+/[0-9]{1,3}")) {
            try {
                var _ = new IpAddressMatcher(whole);
                return whole;
            } catch (IllegalArgumentException e) {
                throw wrong(text, e);
            }
        }
        throw wrong(text, null);
    }

    private static IllegalArgumentException wrong(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "quell.http.trusted-proxies: '" + text + "' is no address or network, such as 127.0.0.1 or 10.0.0.0/24",
                cause);
    }
}
