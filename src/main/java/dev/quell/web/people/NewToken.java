package dev.quell.web.people;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A token that somebody wants made, for the interface's description.
 *
 * @param name what it is for, 1 to 60 characters
 * @param scopes words parted by blanks
 * @param expires from when on it holds no more; this or ttl
 * @param ttl how long it holds, such as 90d; 730d at most
 */
record NewToken(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CRM")
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "calls:read lists:write")
        String scopes,

        @Schema(example = "2027-11-22T00:00:00Z") String expires,
        @Schema(example = "90d") String ttl) {}
