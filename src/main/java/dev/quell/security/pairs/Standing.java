package dev.quell.security.pairs;

import dev.quell.security.people.Accounts;
import dev.quell.security.people.Right;
import dev.quell.security.people.Role;
import dev.quell.security.tokens.Tokens;
import org.springframework.stereotype.Component;

/** Whether the word of somebody counts still: of an account that may do it now, or of the installation's own token. A token's word is that of whoever made it. */
@Component
public final class Standing {

    private final Accounts accounts;
    private final Tokens tokens;

    Standing(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** Whether whoever answers for an id has an account that is not disabled and has a right. */
    public boolean may(String who, Right right) {
        String owner = tokens.owner(who);
        return Pairs.isInstallation(owner)
                || accounts.find(owner)
                        .filter(account -> !account.disabled())
                        .filter(account -> Role.rights(account.roles()).contains(right))
                        .isPresent();
    }

    /** Whether one person answers for both ids. */
    public boolean isSame(String one, String other) {
        return tokens.owner(one).equals(tokens.owner(other));
    }
}
