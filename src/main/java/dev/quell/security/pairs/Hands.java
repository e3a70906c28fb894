package dev.quell.security.pairs;

import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Who had a hand on which account since some moment, as the audit tells it. */
final class Hands {

    private static final List<Deed> DEEDS = List.of(Deed.ACCOUNT_MADE, Deed.ACCOUNT_CHANGED, Deed.PASSWORD_SET);
    private static final int PAGE = 1000;

    private final Map<String, List<Hand>> byAccount = new HashMap<>();

    private Hands() {}

    /**
     * All hands since a moment.
     *
     * @param owner who answers for the id of an entry
     */
    static Hands since(AuditLog log, Instant from, UnaryOperator<String> owner) {
        return read(log, Optional.of(from), Optional.empty(), owner);
    }

    /** All hands that there ever were on one account. */
    static Hands ever(AuditLog log, String account, UnaryOperator<String> owner) {
        return read(log, Optional.empty(), Optional.of(account), owner);
    }

    private static Hands read(
            AuditLog log, Optional<Instant> from, Optional<String> account, UnaryOperator<String> owner) {
        Hands hands = new Hands();
        for (Deed deed : DEEDS) {
            Optional<AuditQuery.Place> after = Optional.empty();
            List<AuditEntry> page;
            do {
                page = log.page(new AuditQuery(
                        Optional.empty(), Optional.of(deed), account, from, Optional.empty(), after, PAGE));
                for (AuditEntry entry : page) {
                    hands.add(entry, owner);
                    after = Optional.of(new AuditQuery.Place(entry.at(), entry.id()));
                }
            } while (page.size() == PAGE);
        }
        return hands;
    }

    /** What nobody who is signed in did is no hand, nor what the holder did. */
    private void add(AuditEntry entry, UnaryOperator<String> owner) {
        String who = owner.apply(entry.who());
        if (!who.isEmpty() && !who.equals(entry.subject())) {
            byAccount
                    .computeIfAbsent(entry.subject(), each -> new ArrayList<>())
                    .add(new Hand(who, entry.deed(), entry.subject(), entry.at()));
        }
    }

    /** The hands on one account. */
    List<Hand> on(String account) {
        return byAccount.getOrDefault(account, List.of());
    }

    /**
     * Whoever may know how to sign in with an account, by who it is: whoever had a hand on it, and whoever had one on that one's account.
     *
     * @param counts whether a hand does
     * @return with the hand through which each was found; none for the account's own holder
     */
    Map<String, Optional<Hand>> behind(String account, Predicate<Hand> counts) {
        Map<String, Optional<Hand>> found = new LinkedHashMap<>();
        Deque<String> left = new ArrayDeque<>();
        found.put(account, Optional.empty());
        left.add(account);
        while (!left.isEmpty()) {
            for (Hand hand : on(left.remove())) {
                if (counts.test(hand) && found.putIfAbsent(hand.who(), Optional.of(hand)) == null) {
                    left.add(hand.who());
                }
            }
        }
        return found;
    }
}
