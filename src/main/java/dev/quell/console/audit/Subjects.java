package dev.quell.console.audit;

import static dev.quell.console.audit.Cell.SUBJECT;
import static dev.quell.console.audit.Part.AS_IS;

import dev.quell.security.audit.Deed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The forms of what something was done to. */
final class Subjects {
    private static final Set<Deed> ENTRIES = EnumSet.of(
            Deed.ENTRY_MADE,
            Deed.ENTRY_ENDED,
            Deed.ENTRY_PROPOSED,
            Deed.ENTRY_TURNED_DOWN,
            Deed.ENTRY_CONFIRMED,
            Deed.UNMASKED);
    private static final Set<Deed> CALLS =
            EnumSet.of(Deed.FLAG_RAISED, Deed.FLAG_UNDONE, Deed.CALL_REVIEWED, Deed.DISPUTE_DECIDED, Deed.UNMASKED);
    private static final Set<Deed> RULES =
            EnumSet.of(Deed.RULES_PROPOSED, Deed.RULES_TURNED_DOWN, Deed.RULES_CHANGED, Deed.RULES_CONFIRMED);
    private static final Set<Deed> EXPORTED = EnumSet.of(Deed.EXPORTED);

    static final List<Form> FORMS = List.of(
            of(ENTRIES, "blocklist-entry", "blocklist (.+)", AS_IS),
            of(ENTRIES, "allowlist-entry", "allowlist (.+)", AS_IS),
            of(EXPORTED, "blocklist", "blocklist"),
            of(EXPORTED, "allowlist", "allowlist"),
            of(EXPORTED, "calls-file", "calls as (.+)", AS_IS),
            of(EXPORTED, "report", "report (.+)", AS_IS),
            of(EnumSet.of(Deed.LIST_IMPORTED, Deed.ENTRY_ENDED), "import", "import (.+)", AS_IS),
            of(CALLS, "call", "call (.+)", AS_IS),
            of(EnumSet.of(Deed.UNMASKED), "source", "source (.+)", AS_IS),
            of(EnumSet.of(Deed.CALLERS_IMPORTED), "known-callers", "known callers"),
            of(EnumSet.of(Deed.SCHEDULE_CHANGED, Deed.REPORT_SENT), "schedule", "report schedule (.+)", AS_IS),
            of(EnumSet.of(Deed.LOG_CHECKED), "call-log", "call log (.+)", AS_IS),
            of(EnumSet.of(Deed.TREATMENT_CHANGED), "prompt", "prompt (.+)", AS_IS),
            of(RULES, "revision", "rules (\\S+) revision (\\S+)", AS_IS, AS_IS),
            of(RULES, "rules", "rules (\\S+)", AS_IS),
            of(EnumSet.of(Deed.TOKEN_MADE, Deed.TOKEN_REVOKED), "token", "token (.+)", AS_IS));

    private Subjects() {}

    private static Form of(Set<Deed> deeds, String key, String stored, Part... parts) {
        return Form.of(SUBJECT, deeds, key, stored, parts);
    }
}
