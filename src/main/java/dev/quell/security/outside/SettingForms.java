package dev.quell.security.outside;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;

/** What settings of sign-in services have in common. */
public final class SettingForms {

    private static final int LONGEST_LABEL = 40;

    private SettingForms() {}

    /** An absolute address with a host and without user, query and fragment; empty if a text is none. */
    public static Optional<URI> address(String text) {
        try {
            URI read = new URI(text);
            boolean sound = read.getScheme() != null
                    && read.getHost() != null
                    && read.getRawUserInfo() == null
                    && read.getRawQuery() == null
                    && read.getRawFragment() == null;
            return sound ? Optional.of(read) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether an address is of this machine, so that nobody reads what goes there. */
    public static boolean isLoopback(URI address) {
        String host = address.getHost();
        if (host.equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether an address is {@code https}, or {@code http} of this machine. */
    public static boolean isSafeWeb(String text) {
        return address(text)
                .filter(read ->
                        read.getScheme().equals("https") || (read.getScheme().equals("http") && isLoopback(read)))
                .isPresent();
    }

    /** Whether a text may stand on a button: 1 to 40 characters. */
    public static boolean isLabel(String text) {
        return !text.isBlank() && text.length() <= LONGEST_LABEL;
    }

    /** Whether people may be kept waiting for so long. */
    public static boolean isPatience(Duration time) {
        return time.compareTo(Duration.ofSeconds(1)) >= 0 && time.compareTo(Duration.ofSeconds(30)) <= 0;
    }
}
