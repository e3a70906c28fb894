package dev.quell.security.pairs;

import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.PeopleSettings;
import dev.quell.security.tokens.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells whether two accounts are two people, as far as that can be told: neither one name, nor one identity, nor one that lately made or changed the other, nor two
 * with passwords that one third person set and that neither holder has changed since.
 * A token's word is that of whoever made it. The installation's own token is nobody's account and counts as no hand: who may read it can write the database.
 */
@Component
public final class Pairs {

    private static final String INSTALLATION = "api";

    private final Accounts accounts;
    private final Tokens tokens;
    private final AuditLog log;
    private final Duration apart;

    Pairs(Accounts accounts, Tokens tokens, AuditLog log, PeopleSettings settings) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.log = log;
        this.apart = settings.secondPerson().apart();
    }

    /** Whether it is the installation's own token. */
    static boolean isInstallation(String who) {
        return who.equals(INSTALLATION);
    }

    /**
     * Why somebody is no second person; empty if that cannot be told.
     *
     * @param author the id of whoever wanted something
     * @param by the id of whoever would confirm it
     * @param wanted when it was wanted: waiting until an account is old enough does not help
     */
    public Optional<Objection> objection(String author, String by, Instant wanted) {
        return look(wanted).objection(author, by, wanted);
    }

    /** One look into the audit for all that was wanted at a moment or later. */
    public Look look(Instant earliest) {
        return new Look(Hands.since(log, earliest.minus(apart), tokens::owner));
    }

    /** What the audit told at one moment. */
    public final class Look {
        private final Hands hands;

        private Look(Hands hands) {
            this.hands = hands;
        }

        /** As {@link Pairs#objection}. */
        public Optional<Objection> objection(String author, String by, Instant wanted) {
            return Pairs.this.objection(author, by, wanted, hands);
        }
    }

    private Optional<Objection> objection(String author, String by, Instant wanted, Hands hands) {
        String first = tokens.owner(author);
        String second = tokens.owner(by);
        if (first.equals(second)) {
            return Optional.of(new Objection.Own(author, by));
        }
        Optional<Account> one = accounts.find(first);
        Optional<Likeness> like =
                one.flatMap(account -> accounts.find(second).flatMap(other -> Likeness.between(account, other)));
        return like.isPresent()
                ? Optional.of(new Objection.Alike(first, second, like.get()))
                : handled(first, second, wanted.minus(apart), hands);
    }

    private Optional<Objection> handled(String first, String second, Instant from, Hands hands) {
        Predicate<Hand> counts = lately(from);
        return shared(hands, first, second, counts, who -> who.equals(first) || who.equals(second))
                .map(found -> handled(first, second, found, false))
                .or(() -> shared(hands, first, second, counts.and(this::knowsPassword), who -> true)
                        .map(found -> handled(first, second, found, true)));
    }

    private Objection handled(String first, String second, List<Hand> found, boolean third) {
        Instant last =
                found.stream().map(Hand::at).max(Comparator.naturalOrder()).orElseThrow();
        return new Objection.Handled(first, second, found, third, last.plus(apart));
    }

    private static Predicate<Hand> lately(Instant from) {
        return hand -> !hand.at().isBefore(from) && !isInstallation(hand.who());
    }

    /** Whether whoever did it set the password, and the holder has chosen none since. */
    private boolean knowsPassword(Hand hand) {
        return hand.deed() != Deed.ACCOUNT_CHANGED
                && accounts.find(hand.account())
                        .map(account -> account.isLocal() && account.mustChange())
                        .orElse(true);
    }

    /** The hands of the first one who is behind both of two accounts. */
    private static Optional<List<Hand>> shared(
            Hands hands, String first, String second, Predicate<Hand> counts, Predicate<String> who) {
        Map<String, Optional<Hand>> one = hands.behind(first, counts);
        Map<String, Optional<Hand>> other = hands.behind(second, counts);
        return one.keySet().stream()
                .filter(other::containsKey)
                .filter(who)
                .findFirst()
                .map(both -> Stream.of(one, other)
                        .flatMap(each -> each.getOrDefault(both, Optional.empty()).stream())
                        .distinct()
                        .toList());
    }

    /** What a third person lately did to both of two accounts. */
    List<Hand> ofThird(String first, String second, Instant wanted) {
        Instant from = wanted.minus(apart);
        return shared(Hands.since(log, from, tokens::owner), first, second, lately(from), who -> true)
                .orElse(List.of());
    }

    /** The last hand that one of two ever had on the other's account, or lately the installation's own token on either. */
    Optional<Hand> doubt(String first, String second, Instant wanted) {
        return Stream.concat(of(first, second, wanted), of(second, first, wanted))
                .max(Comparator.comparing(Hand::at));
    }

    private Stream<Hand> of(String account, String other, Instant wanted) {
        return Hands.ever(log, account, tokens::owner).on(account).stream()
                .filter(hand -> hand.who().equals(other)
                        || (isInstallation(hand.who()) && hand.at().isAfter(wanted.minus(apart))));
    }
}
