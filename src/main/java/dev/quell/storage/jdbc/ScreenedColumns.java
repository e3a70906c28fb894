package dev.quell.storage.jdbc;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.CaseNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Profile;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallScreened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The screening's half of a row of {@code calls}: from {@link CallScreened} to columns and back. */
final class ScreenedColumns {

    private ScreenedColumns() {}

    /** All columns and their values, the call's identity among them. */
    static Map<String, @Nullable Object> of(CallScreened screened) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        fill(screened, columns::put);
        return columns;
    }

    /** Tells all columns and their values, always in the same order. */
    static void fill(CallScreened screened, Columns columns) {
        call(screened.call(), columns);
        line(screened.call().line(), columns);
        VerdictColumns.fill(screened.verdict(), VerdictColumns.ARRIVAL, columns);
        columns.put("token_hash", TokenHash.of(screened.token()));
        columns.put("case_number", screened.caseNumber().digits());
        columns.put("applied", screened.applied().name());
        columns.put("applied_because", screened.appliedBecause());
        columns.put("talk_threshold", screened.talkThreshold());
        columns.put("key_to_queue", screened.keyLeadsToQueue() ? 1 : 0);
        columns.put("label", screened.label());
        columns.put("took_nanos", screened.took().toNanos());
        columns.put("disturbed", Disturbances.text(screened.disturbances()));
    }

    private static void call(IncomingCall call, Columns columns) {
        columns.put("id", call.id().toString());
        columns.put("arrived_at", call.arrivedAt().toEpochMilli());
        columns.put("caller", call.caller().key());
        columns.put("trunk", call.trunk());
        columns.put("channel", call.channel());
        columns.put("name", call.name());
        columns.put("asserted", call.asserted().map(CallerNumber::key).orElse(null));
        columns.put("attestation", call.attestation().name());
        columns.put("trunk_trusted", call.trunkTrusted() ? 1 : 0);
        columns.put("from_host", call.fingerprint().fromHost());
        columns.put("user_agent", call.fingerprint().userAgent());
        columns.put("codec", call.fingerprint().codec());
        columns.put("forwarded", call.forwarded() ? 1 : 0);
        columns.put("callback", call.callback() ? 1 : 0);
        columns.put("language", call.language());
    }

    private static void line(Line line, Columns columns) {
        columns.put("line", line.number());
        columns.put("line_name", line.name());
        columns.put("profile", line.profile().name());
        columns.put("line_listen", line.listen().name());
        columns.put("line_blocked", line.blocked().name());
    }

    /** Rebuilds the verdict's record; empty if the call was not screened. */
    static Optional<CallScreened> read(ResultSet row, CallToken token) throws SQLException {
        Optional<Verdict> verdict = VerdictColumns.read(row, VerdictColumns.ARRIVAL);
        if (verdict.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CallScreened(
                call(row),
                token,
                new CaseNumber(Rows.text(row, "case_number")),
                verdict.get(),
                Rows.word(row, "applied", Action.PASS),
                Rows.text(row, "applied_because"),
                row.getInt("talk_threshold"),
                row.getBoolean("key_to_queue"),
                Rows.text(row, "label"),
                Duration.ofNanos(row.getLong("took_nanos")),
                Disturbances.read(row)));
    }

    /** The call as it arrived; of one that passed unscreened as far as the dialplan told. */
    static IncomingCall call(ResultSet row) throws SQLException {
        return new IncomingCall(
                CallId.parse(Rows.text(row, "id")),
                Rows.text(row, "channel"),
                CallerNumber.ofKey(Rows.text(row, "caller")),
                Rows.text(row, "name"),
                Optional.ofNullable(row.getString("asserted")).map(CallerNumber::ofKey),
                Rows.word(row, "attestation", Attestation.NONE),
                Rows.text(row, "trunk"),
                row.getBoolean("trunk_trusted"),
                line(row),
                fingerprint(row),
                row.getBoolean("forwarded"),
                row.getBoolean("callback"),
                Rows.text(row, "language"),
                Rows.instant(row, "arrived_at"));
    }

    static Line line(ResultSet row) throws SQLException {
        return new Line(
                Rows.text(row, "line"),
                Rows.text(row, "line_name"),
                Rows.word(row, "profile", Profile.STANDARD),
                Rows.word(row, "line_listen", ListenPolicy.SUSPECTS),
                Rows.word(row, "line_blocked", BlockedPolicy.DETER));
    }

    static Fingerprint fingerprint(ResultSet row) throws SQLException {
        return new Fingerprint(Rows.text(row, "from_host"), Rows.text(row, "user_agent"), Rows.text(row, "codec"));
    }
}
