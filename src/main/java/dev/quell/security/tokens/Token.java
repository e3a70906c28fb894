package dev.quell.security.tokens;

import dev.quell.security.people.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A program's token as it is kept; its text is not.
 *
 * @param id 12 of {@code [a-z0-9]}
 * @param name what it is for, in words, 1 to 60 characters
 * @param scopes 1 or more
 * @param hash SHA-256 of the text, 64 hex digits
 * @param createdAt when it was made
 * @param createdBy by whom
 * @param expiresAt from when on it holds no more
 * @param revokedAt when it was revoked
 * @param revokedBy by whom; empty if it was not
 */
public record Token(
        String id,
        String name,
        Set<Scope> scopes,
        String hash,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        Optional<String> revokedBy) {

    /** How ids of programs begin. */
    static final String PROGRAM = "token:";

    private static final int NAME = 60;

    public Token {
        if (!id.matches("[a-z0-9]{12}")) {
            throw new IllegalArgumentException("a token's id is 12 small letters and digits");
        }
        if (name.isBlank() || name.codePointCount(0, name.length()) > NAME) {
            throw new IllegalArgumentException("a token's name has 1 to " + NAME + " characters");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a token has a scope at least");
        }
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a token is kept as 64 hex digits");
        }
        scopes = Set.copyOf(scopes);
    }

    /** Whether it opens anything at a moment. */
    public boolean holds(Instant at) {
        return revokedAt.isEmpty() && at.isBefore(expiresAt);
    }

    /** Whoever sends it. */
    Person person() {
        return Person.program(PROGRAM + id, Scope.rights(scopes));
    }

    /** How the audit names it. */
    String subject() {
        return "token " + id + " " + name;
    }

    /** What it opens and until when, as the audit tells it. */
    String words() {
        return scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(" ")) + " until " + expiresAt;
    }
}
