package dev.quell.security.pairs;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Right;
import dev.quell.security.people.Role;
import dev.quell.security.tokens.Tokens;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether the word of somebody counts still: of an account that may do it now, or of the installation's own token. A token's word is that of whoever made it, as
 * long as the token holds.
 */
@Component
public final class Standing {

    private final Accounts accounts;
    private final Tokens tokens;

    Standing(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** Whether an id is of no token that is over, and whoever answers for it has an account that is not disabled and has a right. */
    public boolean may(String who, Right right) {
        return lapse(who, right).isEmpty();
    }

    /** Why somebody {@linkplain #may may not}; empty if that is not so. */
    public Optional<Lapse> lapse(String who, Right right) {
        if (!tokens.holds(who)) {
            return Optional.of(Lapse.TOKEN);
        }
        String owner = tokens.owner(who);
        if (Pairs.isInstallation(owner)) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.find(owner).filter(found -> !found.disabled());
        if (account.isEmpty()) {
            return Optional.of(Lapse.ACCOUNT);
        }
        return Role.rights(account.get().roles()).contains(right) ? Optional.empty() : Optional.of(Lapse.RIGHT);
    }

    /** Whether one person answers for both ids. */
    public boolean isSame(String one, String other) {
        return tokens.owner(one).equals(tokens.owner(other));
    }
}
