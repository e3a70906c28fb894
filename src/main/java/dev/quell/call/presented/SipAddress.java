package dev.quell.call.presented;

import java.util.Locale;
import java.util.Optional;

/**
 * The address in a From or P-Asserted-Identity header (RFC 3261, RFC 3325); of several the first.
 *
 * @param user what stands before the {@code @}, or the number of a tel address; as it came, at most 64 characters
 * @param host what stands after it without the port, lower case, {@code [a-z0-9.:-]{0,64}}; empty for a tel address
 */
record SipAddress(String user, String host) {

    private static final int LONGEST = 64;

    /** Reads a header; empty if there is no sip, sips or tel address in it. A header that was cut off is read as far as it goes. */
    static Optional<SipAddress> of(String header) {
        String rest = afterDisplayName(header.strip());
        int open = rest.indexOf('<');
        String uri = open < 0 ? upTo(rest, ",; ") : upTo(rest.substring(open + 1), ">");
        int colon = uri.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String body = uri.substring(colon + 1);
        return switch (uri.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
            case "sip", "sips" -> Optional.of(sip(body));
            case "tel" -> Optional.of(new SipAddress(cut(upTo(body, ";?")), ""));
            default -> Optional.empty();
        };
    }

    /** A quoted display name may hold anything, a whole false address too. */
    private static String afterDisplayName(String header) {
        if (!header.startsWith("\"")) {
            return header;
        }
        int i = 1;
        while (i < header.length() && header.charAt(i) != '"') {
            i += header.charAt(i) == '\\' ? 2 : 1;
        }
        return i < header.length() ? header.substring(i + 1) : "";
    }

    private static SipAddress sip(String body) {
        int at = body.lastIndexOf('@');
        String user = at < 0 ? "" : upTo(body.substring(0, at), ";:");
        String host = upTo(body.substring(at + 1), ";?");
        return new SipAddress(cut(user), host(host));
    }

    private static String host(String hostAndPort) {
        int bracket = hostAndPort.indexOf(']');
        String host = bracket > 0 ? hostAndPort.substring(0, bracket) : upTo(hostAndPort, ":");
        String lower = host.toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(Math.min(lower.length(), LONGEST));
        for (int i = 0; i < lower.length() && kept.length() < LONGEST; i++) {
            char c = lower.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':') {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String upTo(String text, String ends) {
        for (int i = 0; i < text.length(); i++) {
            if (ends.indexOf(text.charAt(i)) >= 0) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
