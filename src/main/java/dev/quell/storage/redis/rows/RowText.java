package dev.quell.storage.redis.rows;

import dev.quell.storage.share.Kind;
import dev.quell.storage.share.SharedRow;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A small row as JSON. */
final class RowText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RowText() {}

    private record Written(Kind kind, String ref, Map<String, @Nullable Object> columns) {}

    static byte[] write(SharedRow row) {
        return JSON.writeValueAsBytes(new Written(row.kind(), row.ref(), row.columns()));
    }

    /**
     * Reads a row back.
     *
     * @param instance who told it
     * @throws RuntimeException if a newer Quell wrote it in a way that is not known here
     */
    static SharedRow read(byte[] json, long instance) {
        Written row = JSON.readValue(json, Written.class);
        return new SharedRow(row.kind, row.ref, instance, row.columns);
    }

    /** Which row, among those of all kinds. */
    static byte[] name(SharedRow row) {
        return (row.kind() + ":" + row.ref()).getBytes(StandardCharsets.UTF_8);
    }

    /** Of two states of a row the one of the higher rank is the newer: what was ended or taken back does not come to life again. */
    static long rank(SharedRow row) {
        return switch (row.kind()) {
            case FLAG -> row.columns().get("undone_at") == null ? 1 : 2;
            case ENTRY -> row.columns().get("removed_at") == null ? 1 : 2;
            case KNOWN -> Math.max(time(row, "known_at"), time(row, "removed_at"));
            case VERSION, CALL -> 1;
        };
    }

    private static long time(SharedRow row, String column) {
        return row.columns().get(column) instanceof Number time ? time.longValue() : 0;
    }
}
