package dev.quell.storage.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the journal tells, and the columns of {@code calls} whose values it carries, in order. A kind is never changed, since an older
 * service may have left records of it: with other columns there is another kind.
 */
enum RecordKind {
    /** A verdict. */
    SCREENED(
            1,
            List.of(
                    "id",
                    "arrived_at",
                    "caller",
                    "trunk",
                    "channel",
                    "name",
                    "asserted",
                    "attestation",
                    "trunk_trusted",
                    "from_host",
                    "user_agent",
                    "codec",
                    "forwarded",
                    "callback",
                    "language",
                    "line",
                    "line_name",
                    "profile",
                    "line_listen",
                    "line_blocked",
                    "action",
                    "class",
                    "probability",
                    "symbols",
                    "cause",
                    "version",
                    "token_hash",
                    "case_number",
                    "applied",
                    "applied_because",
                    "talk_threshold",
                    "key_to_queue",
                    "label",
                    "took_nanos",
                    "disturbed")),
    /** An end. */
    CONCLUDED(
            2,
            List.of(
                    "id",
                    "arrived_at",
                    "caller",
                    "line",
                    "trunk",
                    "channel",
                    "ended_at",
                    "way",
                    "answered",
                    "with_agent",
                    "side",
                    "hangup_cause",
                    "packets",
                    "queue",
                    "agent",
                    "talk_whole",
                    "talk_total",
                    "talk_longest",
                    "talk_current",
                    "opening_after",
                    "opening_lasted",
                    "outcome",
                    "outcome_because",
                    "conduct",
                    "hindsight_action",
                    "hindsight_class",
                    "hindsight_probability",
                    "hindsight_symbols",
                    "hindsight_cause",
                    "hindsight_version")),
    /** A made-up verdict, which is not taken in. */
    REHEARSED(3, List.of());

    private final byte code;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> columns;

    RecordKind(int code, List<String> columns) {
        this.code = (byte) code;
        this.columns = columns;
    }

    /** How it is written in a record. */
    byte code() {
        return code;
    }

    /** The columns in order. */
    List<String> columns() {
        return columns;
    }

    /** The kind with a code; null if there is none, as in a record of a newer service. */
    static @Nullable RecordKind of(byte code) {
        for (RecordKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        return null;
    }
}
