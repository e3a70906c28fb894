package dev.quell.security.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people do that is kept. */
public enum Deed {
    /** Somebody signed in. */
    SIGNED_IN,
    /** Name and password did not fit, or were tried too often; the subject is the name that was typed. */
    SIGN_IN_FAILED,
    /** Somebody signed out. */
    SIGNED_OUT,
    /** An account was made. */
    ACCOUNT_MADE,
    /** An account's name, roles or agent changed, or it was disabled or enabled. */
    ACCOUNT_CHANGED,
    /** An account was given another password. */
    PASSWORD_SET,
    /** A token was made. */
    TOKEN_MADE,
    /** A token was revoked. */
    TOKEN_REVOKED,
    /** An entry of the block list or the allow list was made. */
    ENTRY_MADE,
    /** An entry of the block list or the allow list was ended. */
    ENTRY_ENDED,
    /** A list was taken in. */
    LIST_IMPORTED,
    /** A call was flagged. */
    FLAG_RAISED,
    /** A flag was taken back. */
    FLAG_UNDONE,
    /** Somebody judged a diverted call of a sample. */
    CALL_REVIEWED,
    /** A caller's complaint about a call was decided. */
    DISPUTE_DECIDED,
    /** An entry of the lists was proposed to a second person. */
    ENTRY_PROPOSED,
    /** A second person confirmed a proposed entry; before is who proposed it, after who confirmed it, and what speaks for one person behind both. */
    ENTRY_CONFIRMED,
    /** A proposed entry was turned down. */
    ENTRY_TURNED_DOWN,
    /** A caller was made known. */
    CALLER_KNOWN,
    /** A caller is no longer known. */
    CALLER_UNKNOWN,
    /** Known callers were taken in. */
    CALLERS_IMPORTED,
    /** A number was shown whole; before is empty, after is the reason. */
    UNMASKED,
    /** A whole number was typed by somebody who does not see numbers whole; the subject is its mask. */
    NUMBER_ASKED,
    /** Records left the service as a file. */
    EXPORTED,
    /** An evidence pack was made. */
    EVIDENCE_MADE,
    /** An evidence pack that waited was fetched. */
    EVIDENCE_TAKEN,
    /** An evidence pack that waited was checked. */
    EVIDENCE_CHECKED,
    /** An evidence pack that waited was deleted. */
    EVIDENCE_DELETED,
    /** The whole call log was checked against its chain. */
    LOG_CHECKED,
    /** A source's records were put on hold, or let go. */
    HOLD_CHANGED,
    /** A line, profile, script or prompt changed. */
    TREATMENT_CHANGED,
    /** Rules were proposed to a second person. */
    RULES_PROPOSED,
    /** A second person confirmed proposed rules; before and after as with {@link #ENTRY_CONFIRMED}. */
    RULES_CONFIRMED,
    /** Proposed rules were turned down, or taken back by whoever proposed them. */
    RULES_TURNED_DOWN,
    /** Rules, weights or thresholds changed. */
    RULES_CHANGED,
    /** A report's schedule was made, changed or ended. */
    SCHEDULE_CHANGED,
    /** A report was sent at once. */
    REPORT_SENT;

    /** As tables and the REST interface write it: lower case, words joined by dashes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The deed of a word; empty if there is none. */
    public static Optional<Deed> of(String word) {
        return Arrays.stream(values()).filter(deed -> deed.word().equals(word)).findFirst();
    }
}
