package dev.quell.storage.redis.calls;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.Disturbance;
import dev.quell.call.Fingerprint;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of {@code calls} on its way to Redis. */
record RowCall(Map<String, @Nullable Object> columns) {

    /**
     * What the row tells: the arrival if the call was screened, the end if it has ended.
     *
     * @param teller the mark of the instance whose row it is
     */
    ToldCall told(String teller) {
        boolean screened = columns.get("action") != null;
        return new ToldCall(
                CallerNumber.ofKey(text("caller")),
                CallId.parse(text("id")),
                Instant.ofEpochMilli(number("arrived_at")),
                screened ? arrival() : "",
                columns.get("ended_at") == null ? "" : end(screened, teller));
    }

    private String arrival() {
        return CallText.arrival(
                text("line"),
                word("profile", Profile.PROTECTED),
                text("trunk"),
                new Fingerprint(text("from_host"), text("user_agent"), text("codec")).key(),
                word("attestation", Attestation.NONE),
                words("disturbed", Disturbance.class));
    }

    private String end(boolean screened, String teller) {
        CallText.End end = new CallText.End(
                Instant.ofEpochMilli(number("ended_at")),
                Duration.ofMillis(number("answered")),
                word("side", HangupSide.UNKNOWN),
                word("outcome", CallOutcome.UNKNOWN),
                words("conduct", Conduct.class),
                teller);
        return screened ? CallText.screened(end) : CallText.unscreened(end, text("line"), text("trunk"));
    }

    private String text(String column) {
        Object value = columns.get(column);
        return value == null ? "" : value.toString();
    }

    private long number(String column) {
        return columns.get(column) instanceof Number number ? number.longValue() : 0;
    }

    private <E extends Enum<E>> E word(String column, E otherwise) {
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(word -> word.name().equals(text(column)))
                .findAny()
                .orElse(otherwise);
    }

    private <E extends Enum<E>> Set<E> words(String column, Class<E> kind) {
        Set<String> names = Set.of(text(column).split(","));
        Set<E> words = EnumSet.noneOf(kind);
        for (E word : kind.getEnumConstants()) {
            if (names.contains(word.name())) {
                words.add(word);
            }
        }
        return words;
    }
}
