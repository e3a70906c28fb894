package dev.quell.storage.jdbc.people;

import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Token;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a token is read from its columns. */
public final class TokenRow {

    private TokenRow() {}

    /**
     * The token of some columns.
     *
     * @throws IllegalArgumentException if they are none that this version knows
     */
    public static Token read(Map<String, @Nullable Object> row) {
        return new Token(
                Cells.text(row, "id"),
                Cells.text(row, "name"),
                Arrays.stream(Cells.text(row, "scopes").split(",", -1))
                        .map(Scope::valueOf)
                        .collect(Collectors.toSet()),
                Cells.text(row, "hash"),
                Cells.time(row, "created_at").orElse(Instant.EPOCH),
                Cells.text(row, "created_by"),
                Cells.time(row, "expires_at").orElse(Instant.EPOCH),
                Cells.time(row, "revoked_at"),
                Optional.of(Cells.text(row, "revoked_by")).filter(by -> !by.isEmpty()));
    }
}
