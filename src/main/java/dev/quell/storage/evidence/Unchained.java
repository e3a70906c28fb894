package dev.quell.storage.evidence;

import dev.quell.evidence.chain.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calls from before the chain: those of which the chain lacks the verdict or the end that the row has. */
public final class Unchained {

    /** A condition on {@code calls}. */
    public static final String ROWS =
            "(action is not null and chain_v is null or ended_at is not null and chain_e is null or action is null and ended_at is null)";

    private Unchained() {}

    /**
     * Some ids and how many they are.
     *
     * @param hash SHA-256 over the ids in their order, a line each
     */
    public record Ids(long count, String hash) {}

    /** The ids that a question gives in their order. */
    public static Ids of(JdbcClient.StatementSpec question) {
        MessageDigest digest = Hashes.sha256();
        long[] count = {0};
        try (Stream<String> ids = question.query((row, number) -> String.valueOf(row.getString(1))).stream()) {
            ids.forEach(id -> {
                digest.update((id + "\n").getBytes(StandardCharsets.UTF_8));
                count[0]++;
            });
        }
        return new Ids(count[0], Hashes.hex(digest.digest()));
    }
}
