package dev.quell.storage.share;

/** What kind of row is shared. */
public enum Kind {
    /** A row of {@code calls}, by its id. */
    CALL,
    /** A row of {@code flags}, by its number. */
    FLAG,
    /** A row of {@code list_entries}, by its number. */
    ENTRY,
    /** A row of {@code known_callers}, by number and kind joined by a bar; taken back if {@code removed_at} is set. */
    KNOWN,
    /** A row of {@code classifier_versions}, by its version. */
    VERSION,
    /** A row of {@code accounts}, by its name. */
    ACCOUNT,
    /** A row of {@code api_tokens}, by its id. */
    TOKEN,
    /** A row of {@code audit}, by its number. */
    AUDIT,
    /** A row of {@code reviews}, by its id. */
    REVIEW,
    /** A row of {@code list_proposals}, by its id. */
    PROPOSAL,
    /** A row of {@code rule_changes}, by its id. */
    RULES,
    /** A row of {@code rule_proposals}, by its id. */
    RULE_PROPOSAL
}
