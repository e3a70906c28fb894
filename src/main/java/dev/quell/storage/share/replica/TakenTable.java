package dev.quell.storage.share.replica;

import dev.quell.storage.share.Kind;

/** What becomes of a row that is told by another instance where there is one already. */
enum TakenTable {
    /** Taken back stays taken back, the first time counts; reason and note are the last that were given. */
    FLAG("flags", "id", true, """
            (id) do update set
                undone_at = coalesce(min(excluded.undone_at, flags.undone_at), excluded.undone_at, flags.undone_at),
                undone_by = case when excluded.undone_at < coalesce(flags.undone_at, 9223372036854775807)
                    then excluded.undone_by else flags.undone_by end,
                reason = case when excluded.reason = 'UNSPECIFIED' then flags.reason else excluded.reason end,
                note = case when excluded.note = '' then flags.note else excluded.note end
            where excluded.undone_at < coalesce(flags.undone_at, 9223372036854775807)
                or (excluded.reason <> flags.reason and excluded.reason <> 'UNSPECIFIED')
                or (excluded.note <> flags.note and excluded.note <> '')"""),
    /** Removed stays removed, the first removal counts. */
    ENTRY("list_entries", "id", true, """
            (id) do update set
                removed_at = excluded.removed_at, removed_by = excluded.removed_by, removed_because = excluded.removed_because
            where excluded.removed_at < coalesce(list_entries.removed_at, 9223372036854775807)"""),
    /** The newest word counts, that of taking back too. */
    KNOWN("known_callers", "caller || '|' || kind", false, """
            (caller, kind) do update set
                origin = excluded.origin, author = excluded.author, known_at = excluded.known_at,
                expires_at = excluded.expires_at, removed_at = excluded.removed_at
            where coalesce(excluded.removed_at, excluded.known_at) > coalesce(known_callers.removed_at, known_callers.known_at)"""),
    /** Never changes. */
    VERSION("classifier_versions", "version", false, "(version) do nothing"),
    /** The newest word counts; a name that has come to mean two people stays each instance's own. */
    ACCOUNT("accounts", "name", false, """
            (name) do update set
                full_name = excluded.full_name, roles = excluded.roles, agent = excluded.agent, password = excluded.password,
                password_at = excluded.password_at, must_change = excluded.must_change, disabled = excluded.disabled,
                created_at = excluded.created_at, changed_at = excluded.changed_at
            where excluded.changed_at > accounts.changed_at and excluded.way is not distinct from accounts.way
                and excluded.issuer is not distinct from accounts.issuer and excluded.subject is not distinct from accounts.subject"""),
    /** Revoked stays revoked, the first revocation counts. */
    TOKEN("api_tokens", "id", false, """
            (id) do update set revoked_at = excluded.revoked_at, revoked_by = excluded.revoked_by
            where excluded.revoked_at < coalesce(api_tokens.revoked_at, 9223372036854775807)"""),
    /** Never changes. */
    AUDIT("audit", "id", true, "(id) do nothing"),
    /** The newest word counts. */
    REVIEW("reviews", "id", false, """
            (id) do update set
                judgement = excluded.judgement, note = excluded.note, author = excluded.author, at = excluded.at
            where excluded.at > reviews.at"""),
    /** The first decision counts. */
    PROPOSAL("list_proposals", "id", false, """
            (id) do update set decided_at = excluded.decided_at, decided_by = excluded.decided_by, accepted = excluded.accepted
            where excluded.decided_at < coalesce(list_proposals.decided_at, 9223372036854775807)"""),
    /** Never changes. */
    RULES("rule_changes", "id", false, "(id) do nothing"),
    /** The first decision counts. */
    RULE_PROPOSAL("rule_proposals", "id", false, """
            (id) do update set decided_at = excluded.decided_at, decided_by = excluded.decided_by, accepted = excluded.accepted
            where excluded.decided_at < coalesce(rule_proposals.decided_at, 9223372036854775807)""");

    private final String table;
    private final String key;
    private final boolean numbered;
    private final String otherwise;

    TakenTable(String table, String key, boolean numbered, String otherwise) {
        this.table = table;
        this.key = key;
        this.numbered = numbered;
        this.otherwise = otherwise;
    }

    static TakenTable of(Kind kind) {
        return switch (kind) {
            case FLAG -> FLAG;
            case ENTRY -> ENTRY;
            case KNOWN -> KNOWN;
            case VERSION -> VERSION;
            case ACCOUNT -> ACCOUNT;
            case TOKEN -> TOKEN;
            case AUDIT -> AUDIT;
            case REVIEW -> REVIEW;
            case PROPOSAL -> PROPOSAL;
            case RULES -> RULES;
            case RULE_PROPOSAL -> RULE_PROPOSAL;
            case CALL -> throw new IllegalArgumentException("calls stay with the instance that had them");
        };
    }

    String table() {
        return table;
    }

    /** The expression that a reference is compared with. */
    String key() {
        return key;
    }

    /** Whether references are numbers. */
    boolean numbered() {
        return numbered;
    }

    /** What follows {@code on conflict}. */
    String otherwise() {
        return otherwise;
    }
}
