package dev.quell.security.tokens;

import dev.quell.security.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port to the tokens that are kept. What a completed change wrote is durable, with the entries of the audit that tell of it: both or neither. */
public interface TokenStore {

    /** All there are, revoked and past ones too, by the time they were made. */
    List<Token> all();

    /** Keeps a new token. */
    void add(Token token, AuditEntry... notes);

    /** Revokes a token; as it is then, empty if there is none or it was revoked before. */
    Optional<Token> revoke(String id, String by, Instant at, AuditEntry... notes);

    /** Notes when tokens were seen last; nobody waits for it, and what cannot be noted is let go. */
    void seen(Map<String, Instant> uses);

    /** When this instance saw each token last. */
    Map<String, Instant> uses();
}
