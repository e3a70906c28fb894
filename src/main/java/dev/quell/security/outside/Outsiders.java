package dev.quell.security.outside;

import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.LastAdminException;
import dev.quell.security.people.PasswordHash;
import dev.quell.security.people.Staff;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives people whom another service vouches for their accounts. Who has one is told by the identity alone, so that no account is taken over by a name; what
 * the service says of the person is taken over at each sign-in.
 */
@Component
public final class Outsiders {

    private static final Logger LOG = LoggerFactory.getLogger(Outsiders.class);
    private static final int RANDOM_BYTES = 32;

    private final Accounts accounts;
    private final Refusals refusals;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Outsiders(Accounts accounts, Refusals refusals, Clock clock) {
        this.accounts = accounts;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * The account of somebody, made if there is none, and as the service says now.
     *
     * @param address where the request came from
     * @throws TurnedAway if the person may not in
     */
    public synchronized Account admit(Outsider who, String address) {
        Optional<Account> known = accounts.find(who.identity());
        Optional<TurnedAway.Why> why = reason(who, known);
        if (why.isPresent()) {
            known.filter(account -> why.get() == TurnedAway.Why.NO_ROLE)
                    .ifPresent(account -> change(account, was -> was.signedOut(now()), address));
            refusals.note(who, known.map(Account::name).orElse(""), why.get(), address);
            throw new TurnedAway(who.identity().way(), why.get());
        }
        return known.map(account -> refreshed(account, who, address)).orElseGet(() -> made(who, address));
    }

    private Optional<TurnedAway.Why> reason(Outsider who, Optional<Account> known) {
        if (!accounts.anyLocal()) {
            return Optional.of(TurnedAway.Why.FIRST);
        }
        if (known.filter(Account::disabled).isPresent()) {
            return Optional.of(TurnedAway.Why.DISABLED);
        }
        return who.roles().isEmpty() ? Optional.of(TurnedAway.Why.NO_ROLE) : Optional.empty();
    }

    private Account made(Outsider who, String address) {
        return AccountNames.of(who.name())
                .filter(name -> accounts.find(name).isEmpty())
                .map(name -> fresh(name, who))
                .filter(account -> accounts.add(
                        account, entry(Deed.ACCOUNT_MADE, account.name(), "", Staff.words(account), address)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no name is left for " + who.identity()));
    }

    private Account fresh(String name, Outsider who) {
        Instant now = now();
        byte[] nothing = new byte[RANDOM_BYTES];
        random.nextBytes(nothing);
        return new Account(
                name,
                AccountNames.full(who.fullName(), name),
                who.roles(),
                own(who, name),
                // No password has this hash; being random, it keeps the marks of known browsers from being forged.
                new PasswordHash(
                        "{none}" + Base64.getUrlEncoder().withoutPadding().encodeToString(nothing)),
                now,
                false,
                false,
                now,
                now,
                Optional.of(who.identity()));
    }

    /** The agent's interface, unless another account has it: in many directories people write their own numbers. */
    private Optional<String> own(Outsider who, String name) {
        return who.agent().filter(agent -> {
            boolean taken = accounts.all().stream()
                    .anyMatch(other -> !other.disabled()
                            && !other.name().equals(name)
                            && other.agent().filter(agent::equals).isPresent());
            if (taken) {
                LOG.warn("An account has no interface: another account has the one that the sign-in service tells");
            }
            return !taken;
        });
    }

    private Account refreshed(Account account, Outsider who, String address) {
        Optional<String> agent = who.namesAgents() ? own(who, account.name()) : account.agent();
        String fullName = AccountNames.full(who.fullName(), account.name());
        boolean same = account.roles().equals(who.roles())
                && account.agent().equals(agent)
                && account.fullName().equals(fullName);
        return same ? account : change(account, was -> was.as(fullName, who.roles(), agent, now()), address);
    }

    private Account change(Account account, UnaryOperator<Account> as, String address) {
        try {
            return accounts.change(account.name(), as, (before, after) -> notes(before, after, address))
                    .orElseThrow();
        } catch (LastAdminException e) {
            throw new IllegalStateException("the last admin is never another service's", e);
        }
    }

    private List<AuditEntry> notes(Account before, Account after, String address) {
        String was = Staff.words(before);
        String is = Staff.words(after);
        return was.equals(is) ? List.of() : List.of(entry(Deed.ACCOUNT_CHANGED, after.name(), was, is, address));
    }

    /** By its holder, whom the service vouches for. */
    private AuditEntry entry(Deed deed, String account, String before, String after, String address) {
        return new AuditEntry(0, clock.instant(), account, deed, account, before, after, address);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
