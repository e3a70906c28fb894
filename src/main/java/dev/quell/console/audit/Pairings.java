package dev.quell.console.audit;

import static dev.quell.console.audit.Cell.AFTER;
import static dev.quell.console.audit.Cell.BEFORE;
import static dev.quell.console.audit.Cell.DOUBT;
import static dev.quell.console.audit.Cell.SPEAKER;
import static dev.quell.console.audit.Part.AS_IS;

import dev.quell.security.audit.Deed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The forms of who wanted and who confirmed what two people are needed for. */
final class Pairings {
    private static final Set<Deed> TWO = EnumSet.of(Deed.ENTRY_CONFIRMED, Deed.RULES_CONFIRMED);

    static final List<Form> FORMS = List.of(
            of(BEFORE, "wanted-by", "wanted by (.+)", Part.in(SPEAKER)),
            of(AFTER, "warning", "WARNING: (.+); (confirmed by .+)", Part.each(DOUBT), Part.in(AFTER)),
            of(AFTER, "confirmed-by", "confirmed by (.+)", Part.in(SPEAKER)),
            of(SPEAKER, "speaker-from", "(.+) from (\\S+)", Part.in(SPEAKER), AS_IS),
            of(SPEAKER, "speaker-by", "(\\S+) by (password|oidc|ldap)", AS_IS, Part.word("audit.way.")),
            of(SPEAKER, "speaker-of", "(\\S+) of (\\S+)", AS_IS, AS_IS),
            of(DOUBT, "one-address", "one address"),
            of(DOUBT, "one-browser", "one browser"),
            of(DOUBT, "hand-made", "(\\S+) made the account (\\S+) on (\\S+)", AS_IS, AS_IS, AS_IS),
            of(DOUBT, "hand-password", "(\\S+) set the password of (\\S+) on (\\S+)", AS_IS, AS_IS, AS_IS),
            of(DOUBT, "hand-changed", "(\\S+) changed the account (\\S+) on (\\S+)", AS_IS, AS_IS, AS_IS));

    private Pairings() {}

    private static Form of(Cell cell, String key, String stored, Part... parts) {
        return Form.of(cell, TWO, key, stored, parts);
    }
}
