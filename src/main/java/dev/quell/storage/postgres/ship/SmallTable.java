package dev.quell.storage.postgres.ship;

import dev.quell.storage.share.Kind;
import java.util.List;

/** What becomes of a row that an instance tells where the record has one already. Each statement tells the references of what it changed. */
enum SmallTable {
    /**
     * Taken back stays taken back, the first time counts; reason and note are the last that were given. An agent has one standing flag a call: of two made
     * on two instances the lower id stands, the other counts as withdrawn by the agent.
     */
    FLAG("flags", "id::text", """
            update flags f set
                undone_at = coalesce((select told.undone_at from stage_flags told where told.id = f.id), f.at),
                undone_by = coalesce((select told.undone_by from stage_flags told where told.id = f.id), f.agent)
            from stage_flags s
            where s.undone_at is null and f.undone_at is null and f.call_id = s.call_id and f.agent = s.agent
                and case when f.id / 1000000000 = s.id / 1000000000 then f.id < s.id else f.id > s.id end
            returning f.id::text""", """
            update stage_flags s set undone_at = s.at, undone_by = s.agent from flags f
            where s.undone_at is null and f.undone_at is null and f.call_id = s.call_id and f.agent = s.agent
                and case when f.id / 1000000000 = s.id / 1000000000 then f.id > s.id else f.id < s.id end
            returning s.id::text""", """
            (id) do update set
                undone_at = least(excluded.undone_at, flags.undone_at),
                undone_by = case when excluded.undone_at < coalesce(flags.undone_at, 9223372036854775807)
                    then excluded.undone_by else flags.undone_by end,
                reason = case when excluded.reason = 'UNSPECIFIED' then flags.reason else excluded.reason end,
                note = case when excluded.note = '' then flags.note else excluded.note end
            where excluded.undone_at < coalesce(flags.undone_at, 9223372036854775807)
                or (excluded.reason <> flags.reason and excluded.reason <> 'UNSPECIFIED')
                or (excluded.note <> flags.note and excluded.note <> '')"""),
    /** Removed stays removed, the first removal counts. Of two entries that two instances made for one reason the lower id stays, the other goes. */
    ENTRY("list_entries", "id::text", """
            delete from stage_list_entries s using list_entries e where e.mark = s.mark and e.id < s.id returning s.id::text""", """
            delete from list_entries e using stage_list_entries s where e.mark = s.mark and e.id > s.id returning e.id::text""", """
            (id) do update set
                removed_at = excluded.removed_at, removed_by = excluded.removed_by, removed_because = excluded.removed_because
            where excluded.removed_at < coalesce(list_entries.removed_at, 9223372036854775807)"""),
    /** The newest word counts, that of taking back too. */
    KNOWN("known_callers", "caller || '|' || kind", "", "", """
            (caller, kind) do update set
                origin = excluded.origin, author = excluded.author, known_at = excluded.known_at,
                expires_at = excluded.expires_at, removed_at = excluded.removed_at
            where coalesce(excluded.removed_at, excluded.known_at) > coalesce(known_callers.removed_at, known_callers.known_at)"""),
    /** Never changes. */
    VERSION("classifier_versions", "version", "", "", "(version) do nothing"),
    /** The newest word counts; a name that has come to mean two people stays each instance's own. */
    ACCOUNT("accounts", "name", "", "", """
            (name) do update set
                full_name = excluded.full_name, roles = excluded.roles, agent = excluded.agent, password = excluded.password,
                password_at = excluded.password_at, must_change = excluded.must_change, disabled = excluded.disabled,
                created_at = excluded.created_at, changed_at = excluded.changed_at
            where excluded.changed_at > accounts.changed_at and excluded.way is not distinct from accounts.way
                and excluded.issuer is not distinct from accounts.issuer and excluded.subject is not distinct from accounts.subject"""),
    /** Revoked stays revoked, the first revocation counts. */
    TOKEN("api_tokens", "id", "", "", """
            (id) do update set revoked_at = excluded.revoked_at, revoked_by = excluded.revoked_by
            where excluded.revoked_at < coalesce(api_tokens.revoked_at, 9223372036854775807)"""),
    /** Never changes. */
    AUDIT("audit", "id::text", "", "", "(id) do nothing"),
    /** The newest word counts. */
    REVIEW("reviews", "id", "", "", """
            (id) do update set
                judgement = excluded.judgement, note = excluded.note, author = excluded.author, at = excluded.at
            where excluded.at > reviews.at"""),
    /** The first decision counts. */
    PROPOSAL("list_proposals", "id", "", "", """
            (id) do update set decided_at = excluded.decided_at, decided_by = excluded.decided_by, accepted = excluded.accepted
            where excluded.decided_at < coalesce(list_proposals.decided_at, 9223372036854775807)"""),
    /** Never changes. */
    RULES("rule_changes", "id", "", "", "(id) do nothing"),
    /** The first decision counts. */
    RULE_PROPOSAL("rule_proposals", "id", "", "", """
            (id) do update set decided_at = excluded.decided_at, decided_by = excluded.decided_by, accepted = excluded.accepted
            where excluded.decided_at < coalesce(rule_proposals.decided_at, 9223372036854775807)""");

    private final String table;
    private final String ref;
    private final String twin;
    private final String otherTwin;
    private final String otherwise;

    SmallTable(String table, String ref, String twin, String otherTwin, String otherwise) {
        this.table = table;
        this.ref = ref;
        this.twin = twin;
        this.otherTwin = otherTwin;
        this.otherwise = otherwise;
    }

    static SmallTable of(Kind kind) {
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
            case CALL -> throw new IllegalArgumentException("calls are merged otherwise");
        };
    }

    String table() {
        return table;
    }

    /** The expression by which instances refer to a row. */
    String ref() {
        return ref;
    }

    /** Statements that leave one of two rows which mean the same. */
    List<String> twins() {
        return twin.isEmpty() ? List.of() : List.of(twin, otherTwin);
    }

    /** Merges the staged rows. */
    String upsert(String columns) {
        return "insert into " + table + " (" + columns + ") select " + columns + " from stage_" + table
                + " on conflict " + otherwise + " returning " + (ref.startsWith("id") ? table + "." : "") + ref;
    }
}
