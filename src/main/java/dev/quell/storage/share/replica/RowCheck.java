package dev.quell.storage.share.replica;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallerNumber;
import dev.quell.call.Printable;
import dev.quell.flag.FlagReason;
import dev.quell.history.KnownAs;
import dev.quell.known.KnownCaller;
import dev.quell.storage.jdbc.RuleChangeRow;
import dev.quell.storage.jdbc.desk.ProposalRow;
import dev.quell.storage.jdbc.desk.ReviewRow;
import dev.quell.storage.jdbc.desk.RuleProposalRow;
import dev.quell.storage.jdbc.people.AccountRow;
import dev.quell.storage.jdbc.people.AuditRow;
import dev.quell.storage.jdbc.people.TokenRow;
import dev.quell.storage.share.SharedRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this version could read a row again that it takes in: one with a word that it does not know would be in the way of every list that it stands in.
 */
final class RowCheck {

    private static final Logger log = LoggerFactory.getLogger(RowCheck.class);

    private static final int SHOWN = 200;

    private RowCheck() {}

    /** Whether it may be taken in; if not, a line in the log says so. */
    static boolean isKnown(SharedRow row) {
        try {
            check(row);
            return true;
        } catch (IllegalArgumentException e) {
            log.warn(
                    "A {} of another instance is passed over, as this version cannot read it; all instances should be of one version: {}",
                    row.kind(),
                    Printable.of(String.valueOf(e.getMessage()), SHOWN));
            return false;
        }
    }

    private static void check(SharedRow row) {
        Map<String, @Nullable Object> columns = row.columns();
        switch (row.kind()) {
            case CALL -> throw new IllegalArgumentException("calls stay with the instance that had them");
            case FLAG -> {
                numbered(row);
                if (!columns.isEmpty()) {
                    CallerNumber.ofKey(text(columns, "caller"));
                    FlagReason.valueOf(text(columns, "reason"));
                }
            }
            case ENTRY -> {
                numbered(row);
                if (!columns.isEmpty()) {
                    entry(columns);
                }
            }
            case KNOWN -> {
                if (!columns.isEmpty()) {
                    known(columns);
                }
            }
            case ACCOUNT -> {
                if (!columns.isEmpty()) {
                    named(row, AccountRow.read(columns).name());
                }
            }
            case TOKEN -> {
                if (!columns.isEmpty()) {
                    named(row, TokenRow.read(columns).id());
                }
            }
            case AUDIT -> {
                numbered(row);
                if (!columns.isEmpty()) {
                    AuditRow.read(columns);
                }
            }
            case REVIEW -> {
                if (!columns.isEmpty()) {
                    named(row, ReviewRow.id(ReviewRow.read(columns)));
                }
            }
            case PROPOSAL -> {
                if (!columns.isEmpty()) {
                    named(row, ProposalRow.read(columns).id());
                }
            }
            case RULES -> {
                if (!columns.isEmpty()) {
                    named(row, RuleChangeRow.read(columns).id());
                }
            }
            case RULE_PROPOSAL -> {
                if (!columns.isEmpty()) {
                    named(row, RuleProposalRow.read(columns).id());
                }
            }
            case VERSION -> {
                if (!columns.isEmpty() && !row.ref().equals(columns.get("version"))) {
                    throw new IllegalArgumentException("of another version than its name says");
                }
            }
        }
    }

    private static void entry(Map<String, @Nullable Object> columns) {
        ListKind kind = ListKind.valueOf(text(columns, "kind"));
        ListPattern.parse(text(columns, "pattern"));
        ListEntry.Origin.valueOf(text(columns, "origin"));
        String reason = text(columns, "reason");
        boolean ends = columns.get("expires_at") instanceof Number || columns.get("removed_at") instanceof Number;
        if (reason.isBlank() || reason.length() > 200 || (kind == ListKind.BLOCK && !ends)) {
            throw new IllegalArgumentException("no entry");
        }
    }

    private static void known(Map<String, @Nullable Object> columns) {
        CallerNumber.ofKey(text(columns, "caller"));
        KnownAs.valueOf(text(columns, "kind"));
        KnownCaller.Origin.valueOf(text(columns, "origin"));
    }

    private static void named(SharedRow row, String name) {
        if (!row.ref().equals(name)) {
            throw new IllegalArgumentException("of another name than it says");
        }
    }

    private static void numbered(SharedRow row) {
        Long.parseLong(row.ref());
        if (!row.columns().isEmpty() && !row.ref().equals(text(row.columns(), "id"))) {
            throw new IllegalArgumentException("of another number than its name says");
        }
    }

    private static String text(Map<String, @Nullable Object> columns, String column) {
        return String.valueOf(columns.get(column));
    }
}
