package dev.quell.web.people;

import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is shown; its text is not kept.
 *
 * @param scopes what it is for
 * @param lastUsed when the instance that answers saw it last, to the minute; absent if never
 * @param revoked when it was revoked; absent if it was not
 */
record TokenView(
        String id,
        String name,
        List<String> scopes,
        Instant created,
        String createdBy,
        Instant expires,
        @Nullable Instant lastUsed,
        @Nullable Instant revoked,
        @Nullable String revokedBy) {

    static TokenView of(Token token, Optional<Instant> seen) {
        return new TokenView(
                token.id(),
                token.name(),
                token.scopes().stream().map(Scope::word).sorted().toList(),
                token.createdAt(),
                token.createdBy(),
                token.expiresAt(),
                seen.orElse(null),
                token.revokedAt().orElse(null),
                token.revokedBy().orElse(null));
    }
}
