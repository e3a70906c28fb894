package dev.quell.call;

import java.util.Optional;

/** Mainland China's mobile numbers, read without the library that reads every form: most calls of a Chinese site come from one. */
final class MobileNumbers {

    private static final int LENGTH = 11;
    private static final String COUNTRY = "+86";

    private final boolean home;

    /** @param region where numbers without a country code are read */
    MobileNumbers(String region) {
        home = region.equals("CN");
    }

    /** The E.164 form of a mobile number, with or without {@code +86}; empty for any other text. What begins with 179 may be a carrier's prefix. */
    Optional<String> read(String raw) {
        int start = raw.startsWith(COUNTRY) ? COUNTRY.length() : 0;
        if (raw.length() != start + LENGTH || (start == 0 && !home) || !isMobile(raw, start)) {
            return Optional.empty();
        }
        return Optional.of(start == 0 ? COUNTRY + raw : raw);
    }

    private static boolean isMobile(String raw, int start) {
        for (int i = start; i < start + LENGTH; i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return raw.charAt(start) == '1' && raw.charAt(start + 1) >= '3' && !raw.startsWith("179", start);
    }
}
