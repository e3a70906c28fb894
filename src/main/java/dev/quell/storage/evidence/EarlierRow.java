package dev.quell.storage.evidence;

import dev.quell.evidence.chain.Hashes;
import dev.quell.storage.journal.RowFacts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What the chain lacks of a call from before it, as a hash. For one thread. */
public final class EarlierRow {

    /** How many bytes of the SHA-256 are kept. */
    static final int KEPT = 16;

    private final RowFacts lines = new RowFacts();
    private final byte[] seed;

    /** @param seed of the pages, in hexadecimal */
    public EarlierRow(String seed) {
        this.seed = seed.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The hash of a row's verdict and end, as far as the chain has none; empty if it has them.
     *
     * @param row all its columns
     */
    public Optional<byte[]> hash(Map<String, Object> row) {
        boolean screened = row.get("action") != null;
        boolean ended = row.get("ended_at") != null;
        boolean verdict = screened && row.get("chain_v") == null;
        boolean end = ended && row.get("chain_e") == null;
        if ((screened || ended) && !verdict && !end) {
            return Optional.empty();
        }
        MessageDigest digest = Hashes.sha256();
        digest.update(seed);
        digest.update(String.valueOf(row.get("id")).getBytes(StandardCharsets.UTF_8));
        if (verdict) {
            digest.update((byte) '\n');
            digest.update(lines.verdict(row, seed));
        }
        if (end) {
            digest.update((byte) '\r');
            digest.update(lines.end(row, seed));
        }
        return Optional.of(Arrays.copyOf(digest.digest(), KEPT));
    }
}
