package dev.quell.console.people;

import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Token;
import java.time.Instant;
import java.util.Optional;

/**
 * A token as the page shows it.
 *
 * @param state holds, past or revoked
 * @param scopes words parted by blanks
 */
record TokenRow(
        String id,
        String name,
        String scopes,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> seen,
        String state) {

    static TokenRow of(Token token, Optional<Instant> seen, Instant now) {
        String state = token.holds(now) ? "holds" : token.revokedAt().isPresent() ? "revoked" : "past";
        return new TokenRow(
                token.id(),
                token.name(),
                String.join(
                        " ", token.scopes().stream().sorted().map(Scope::word).toList()),
                token.createdBy(),
                token.createdAt(),
                token.expiresAt(),
                seen,
                state);
    }

    /** Whether it can be revoked. */
    public boolean holds() {
        return state.equals("holds");
    }
}
