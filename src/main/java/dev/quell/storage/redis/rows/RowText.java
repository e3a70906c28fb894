package dev.quell.storage.redis.rows;

import dev.quell.call.Printable;
import dev.quell.storage.share.Kind;
import dev.quell.storage.share.SharedRow;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A small row as JSON. */
final class RowText {

    private static final Logger LOG = LoggerFactory.getLogger(RowText.class);
    private static final int SHOWN = 200;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RowText() {}

    private record Written(Kind kind, String ref, Map<String, @Nullable Object> columns) {

        /** JSON leaves out what it likes, and nests where no column does. */
        @SuppressWarnings({"ConstantValue", "RedundantNullCheck"})
        boolean isWhole() {
            return kind != null
                    && ref != null
                    && columns != null
                    && columns.values().stream().allMatch(Written::fits);
        }

        private static boolean fits(@Nullable Object value) {
            return value == null
                    || value instanceof String
                    || value instanceof Integer
                    || value instanceof Long
                    || value instanceof Double;
        }
    }

    static byte[] write(SharedRow row) {
        return JSON.writeValueAsBytes(new Written(row.kind(), row.ref(), row.columns()));
    }

    /**
     * Reads a row back; empty, with a line in the log, if it is none or of a form that is not known here: one value must not stop those behind it.
     *
     * @param instance who told it
     */
    static Optional<SharedRow> read(byte[] json, long instance) {
        try {
            @Nullable Written row = JSON.readValue(json, Written.class);
            if (row != null && row.isWhole()) {
                return Optional.of(new SharedRow(row.kind, row.ref, instance, row.columns));
            }
            LOG.warn("A value among the rows that the instances share is none; it is passed over");
        } catch (JacksonException e) {
            LOG.warn(
                    "A row that another instance shares cannot be read and is passed over; all instances should be of one version: {}",
                    Printable.of(e.getOriginalMessage(), SHOWN));
        }
        return Optional.empty();
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
            case TOKEN -> row.columns().get("revoked_at") == null ? 1 : 2;
            case ACCOUNT -> time(row, "changed_at");
            case REVIEW -> time(row, "at");
            case PROPOSAL, RULE_PROPOSAL -> row.columns().get("decided_at") == null ? 1 : 2;
            case VERSION, AUDIT, RULES, CALL -> 1;
        };
    }

    private static long time(SharedRow row, String column) {
        return row.columns().get(column) instanceof Number time ? time.longValue() : 0;
    }
}
