package dev.quell.console.audit;

import static dev.quell.console.audit.Cell.AFTER;
import static dev.quell.console.audit.Cell.BEFORE;
import static dev.quell.console.audit.Part.AS_IS;

import dev.quell.security.audit.Deed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The forms of how something was and is. */
final class Changes {
    private static final String ROLES = "(?:admin|security|auditor|agent)(?: (?:admin|security|auditor|agent))*";
    private static final String ENTRY = "for good: .*|until \\S+: .*";
    private static final String IMPORT = "\\d+ entries of \\d+ lines, .+";
    private static final String KNOWN = "(?:CUSTOMER|OPEN_TICKET|DIALLED)(?: until \\S+)?";
    private static final String REASON = "(UNSPECIFIED|ABUSE|PRANK|SILENT|SALES|THREAT)";

    private static final Set<Deed> MADE = EnumSet.of(Deed.ENTRY_MADE, Deed.ENTRY_PROPOSED);
    private static final Set<Deed> GONE = EnumSet.of(Deed.ENTRY_ENDED, Deed.ENTRY_TURNED_DOWN);
    private static final Set<Deed> IN = EnumSet.of(Deed.LIST_IMPORTED);
    private static final Set<Deed> KNOW = EnumSet.of(Deed.CALLER_KNOWN, Deed.CALLER_UNKNOWN);
    private static final Set<Deed> FLAGS = EnumSet.of(Deed.FLAG_RAISED, Deed.FLAG_UNDONE);
    private static final Set<Deed> PEOPLE = EnumSet.of(Deed.ACCOUNT_MADE, Deed.ACCOUNT_CHANGED);
    private static final Set<Deed> TOKENS = EnumSet.of(Deed.TOKEN_MADE, Deed.TOKEN_REVOKED);
    private static final Set<Deed> FAILED = EnumSet.of(Deed.SIGN_IN_FAILED);
    private static final Set<Deed> CHECKS = EnumSet.of(Deed.LOG_CHECKED, Deed.EVIDENCE_CHECKED);
    private static final Set<Deed> PACKS = EnumSet.of(Deed.EVIDENCE_TAKEN, Deed.EVIDENCE_DELETED);

    static final List<Form> FORMS = Stream.of(
                    after(MADE, "alone", "alone, (.+)", Part.in(AFTER)),
                    after(MADE, "for", "for (.{1,60}?), (" + ENTRY + ")", AS_IS, Part.in(AFTER)),
                    both(MADE, "for-good", "for good: (.*)", AS_IS),
                    both(MADE, "until", "until (\\S+): (.*)", AS_IS, AS_IS),
                    before(GONE, "for-good", "for good: (.*)", AS_IS),
                    before(GONE, "until", "until (\\S+): (.*)", AS_IS, AS_IS),
                    before(GONE, "entries-by", "(\\d+) entries by (\\S+)", AS_IS, AS_IS),
                    after(Set.of(Deed.ENTRY_ENDED), "import-undone", "import of (\\d{4}-\\S+Z) undone", AS_IS),
                    after(
                            EnumSet.of(Deed.ENTRY_TURNED_DOWN, Deed.RULES_TURNED_DOWN),
                            "proposed-by",
                            "proposed by (\\S+)",
                            AS_IS),
                    after(Set.of(Deed.RULES_TURNED_DOWN), "taken-back", "taken back"),
                    after(IN, "for", "for (.{1,60}?), (" + IMPORT + ")", AS_IS, Part.in(AFTER)),
                    after(IN, "taken-alone", "(.+ faulty), (\\d+) alone", Part.in(AFTER), AS_IS),
                    after(IN, "taken", "(\\d+) entries of (\\d+) lines, (\\d+) faulty", AS_IS, AS_IS, AS_IS),
                    after(
                            Set.of(Deed.CALLERS_IMPORTED),
                            "for",
                            "for (.{1,60}?), (\\d+ of \\d+)",
                            AS_IS,
                            Part.in(AFTER)),
                    after(Set.of(Deed.CALLERS_IMPORTED), "of", "(\\d+) of (\\d+)", AS_IS, AS_IS),
                    after(KNOW, "for", "for (.{1,60}?), (" + KNOWN + ")", AS_IS, Part.in(AFTER)),
                    both(KNOW, "known-until", "([A-Z_]+) until (\\S+)", Part.word("audit.known."), AS_IS),
                    both(KNOW, "known", "(CUSTOMER|OPEN_TICKET|DIALLED)", Part.word("audit.known.")),
                    after(FLAGS, "flag-move", "(.+), the caller to be moved away", Part.in(AFTER)),
                    both(FLAGS, "flag", "(.+): " + REASON, AS_IS, Part.word("word.flag.")),
                    after(FLAGS, "for-only", "for (.{1,60}), ", AS_IS),
                    after(
                            EnumSet.of(Deed.CALL_REVIEWED, Deed.DISPUTE_DECIDED),
                            "judged",
                            "(RIGHT|WRONG|UNSURE)(: .*)?",
                            Part.word("audit.judged."),
                            AS_IS),
                    both(
                            PEOPLE,
                            "account-disabled",
                            "(" + ROLES + "), (.+), disabled(, (?:oidc|ldap) .+)?",
                            Part.ROLES,
                            AS_IS,
                            AS_IS),
                    both(PEOPLE, "account", "(" + ROLES + "), (.+)", Part.ROLES, AS_IS),
                    both(TOKENS, "token-until", "(.+) until (\\S+)", AS_IS, AS_IS),
                    after(FAILED, "not-noted", "(.+); (\\d+) more not noted", Part.in(AFTER), AS_IS),
                    after(FAILED, "too-often", "too often"),
                    after(FAILED, "does-not-fit", "does not fit"),
                    after(FAILED, "old-password", "the old password, to change it"),
                    after(
                            FAILED,
                            "outside",
                            "(oidc|ldap), (away|no-role|disabled|first|expired|refused|unusable)(: .*)?",
                            Part.word("audit.way."),
                            Part.word("audit.refused."),
                            AS_IS),
                    after(Set.of(Deed.SIGNED_IN), "way", "(password|oidc|ldap)", Part.word("audit.way.")),
                    after(
                            CHECKS,
                            "pack-found",
                            "pack (\\S+): (holds|does not hold, \\d+ faults)",
                            AS_IS,
                            Part.in(AFTER)),
                    after(
                            CHECKS,
                            "log-found",
                            "(.+?): blocks to (\\S+), (\\S+) facts, end (\\S+)",
                            Part.in(AFTER),
                            AS_IS,
                            AS_IS,
                            AS_IS),
                    after(CHECKS, "holds", "holds"),
                    after(CHECKS, "unsure", "unsure, (\\S+) not compared", AS_IS),
                    after(CHECKS, "faults", "does not hold, (\\S+) faults", AS_IS),
                    after(PACKS, "pack-taken", "(.+): pack (\\S+), SHA-256 (\\S+)", AS_IS, AS_IS, AS_IS),
                    before(PACKS, "pack", "pack (\\S+), SHA-256 (\\S+)", AS_IS, AS_IS),
                    after(Set.of(Deed.EXPORTED), "all", "all"),
                    after(
                            Set.of(Deed.TREATMENT_CHANGED),
                            "recording",
                            "a recording of (\\S+) s, (\\S+) dBFS, brought to (\\S+) dBFS",
                            AS_IS,
                            AS_IS,
                            AS_IS),
                    after(Set.of(Deed.TREATMENT_CHANGED), "put-away", "the recording put away at (\\S+)", AS_IS),
                    both(Set.of(Deed.SCHEDULE_CHANGED), "sent-to", "(.+?) to (.+)", Part.in(AFTER), AS_IS),
                    both(Set.of(Deed.SCHEDULE_CHANGED), "sent-webhook", "(.+) webhook", Part.in(AFTER)),
                    both(
                            Set.of(Deed.SCHEDULE_CHANGED),
                            "daily",
                            "daily (\\d\\d:\\d\\d) (en|zh)",
                            AS_IS,
                            Part.word("audit.language.")),
                    both(
                            Set.of(Deed.SCHEDULE_CHANGED),
                            "weekly",
                            "weekly ([a-z]+day) (\\d\\d:\\d\\d) (en|zh)",
                            Part.DAY,
                            AS_IS,
                            Part.word("audit.language.")))
            .flatMap(List::stream)
            .toList();

    private Changes() {}

    private static List<Form> before(Set<Deed> deeds, String key, String stored, Part... parts) {
        return List.of(Form.of(BEFORE, deeds, key, stored, parts));
    }

    private static List<Form> after(Set<Deed> deeds, String key, String stored, Part... parts) {
        return List.of(Form.of(AFTER, deeds, key, stored, parts));
    }

    private static List<Form> both(Set<Deed> deeds, String key, String stored, Part... parts) {
        return List.of(Form.of(BEFORE, deeds, key, stored, parts), Form.of(AFTER, deeds, key, stored, parts));
    }
}
