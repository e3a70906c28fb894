package dev.quell.web.idempotency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mark of one request: random, and with the moment at which it began. */
final class Mark {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}t([0-9]{1,15})");

    private Mark() {}

    /** A new one. */
    static String at(Instant now) {
        return UUID.randomUUID().toString().replace("-", "") + "t" + now.toEpochMilli();
    }

    /** When the request of a mark began; empty if it is none of ours, or not of this version. */
    static Optional<Instant> since(String mark) {
        Matcher form = FORM.matcher(mark);
        return form.matches() ? Optional.of(Instant.ofEpochMilli(Long.parseLong(form.group(1)))) : Optional.empty();
    }
}
