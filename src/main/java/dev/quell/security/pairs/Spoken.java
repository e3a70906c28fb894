package dev.quell.security.pairs;

import dev.quell.security.audit.Audit;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.tokens.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Notes in the audit who wanted something and who confirmed it, how each had signed in and from where, and what speaks for one person behind both. */
@Component
public final class Spoken {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final Pairs pairs;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Audit audit;
    private final AuditLog log;
    private final Browsers browsers;

    Spoken(Pairs pairs, Accounts accounts, Tokens tokens, Audit audit, AuditLog log, Browsers browsers) {
        this.pairs = pairs;
        this.accounts = accounts;
        this.tokens = tokens;
        this.audit = audit;
        this.log = log;
        this.browsers = browsers;
    }

    /**
     * What was wanted, as the audit has it.
     *
     * @param author the id of whoever wanted it
     * @param deed what that was noted as
     * @param subject on what
     * @param at when
     */
    public record Wanted(String author, Deed deed, String subject, Instant at) {}

    /**
     * Notes that whoever makes the request of this thread confirms something.
     *
     * @param subject on what
     */
    public void confirmed(Deed deed, String subject, Wanted wanted) {
        log.add(confirmation(deed, subject, wanted));
    }

    /** What {@link #confirmed} would note, for a store that keeps it together with the deed. */
    public AuditEntry confirmation(Deed deed, String subject, Wanted wanted) {
        AuditEntry now = audit.entry(deed, subject, "", "");
        String from = address(wanted);
        List<String> doubts = doubts(wanted, now, from);
        return audit.entry(
                deed,
                subject,
                "wanted by " + words(wanted.author(), from),
                (doubts.isEmpty() ? "" : "WARNING: " + String.join(", ", doubts) + "; ") + "confirmed by "
                        + words(now.who(), now.address()));
    }

    private List<String> doubts(Wanted wanted, AuditEntry now, String from) {
        String first = tokens.owner(wanted.author());
        List<String> doubts = new ArrayList<>();
        if (!from.isEmpty() && from.equals(now.address())) {
            doubts.add("one address");
        }
        if (accounts.find(first).filter(browsers::wasSignedIn).isPresent()) {
            doubts.add("one browser");
        }
        String second = tokens.owner(now.who());
        Stream.concat(
                        pairs.doubt(first, second, wanted.at()).stream(),
                        pairs.ofThird(first, second, wanted.at()).stream())
                .map(Hand::words)
                .distinct()
                .forEach(doubts::add);
        return doubts;
    }

    /** Where it was wanted from, as the entry tells that was noted then; empty if none does. */
    private String address(Wanted wanted) {
        List<AuditEntry> found = log.page(new AuditQuery(
                Optional.of(wanted.author()),
                Optional.of(wanted.deed()),
                Optional.of(wanted.subject()),
                Optional.of(wanted.at()),
                Optional.of(wanted.at().plus(SOON)),
                Optional.empty(),
                10));
        return found.isEmpty() ? "" : found.getLast().address();
    }

    private String words(String id, String from) {
        String owner = tokens.owner(id);
        String how = id.equals(owner)
                ? accounts.find(id)
                        .map(Account::way)
                        .map(way -> " by " + way.word())
                        .orElse("")
                : " of " + owner;
        return id + how + (from.isEmpty() ? "" : " from " + from);
    }
}
