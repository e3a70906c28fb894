package dev.quell.webhook.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request.
 *
 * @param to {@code http} or {@code https}, with a host
 * @param headers beside those that every request has; names and values of printable ASCII
 * @param body JSON
 * @param allowPrivate whether addresses may be asked that are not public
 * @param patience how long it may take in all
 */
public record Post(URI to, Map<String, String> headers, String body, boolean allowPrivate, Duration patience) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    boolean secure() {
        return to.getScheme().equals("https");
    }

    /** The host as a name or an address, without brackets. */
    String host() {
        String host = to.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return to.getPort() >= 0 ? to.getPort() : secure() ? HTTPS : HTTP;
    }

    /** What stands in the request's first line. */
    String target() {
        String path = to.getRawPath();
        String query = to.getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }
}
