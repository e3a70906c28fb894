package dev.quell.storage.evidence.check;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a block that was the chain's end once is still in it, or was dropped as a signed note tells. */
public final class EndCheck {

    private final JdbcClient reader;
    private final String key;

    /** @param key the fingerprint of the key that signs now */
    public EndCheck(JdbcClient reader, String key) {
        this.reader = reader;
        this.key = key;
    }

    /** Whether the chain has the block of that number and hash. */
    public boolean has(long number, String hash) {
        return there(reader, number, hash) || dropped(number, hash);
    }

    private boolean dropped(long number, String hash) {
        Faults faults = new Faults();
        TrustedNotes notes = TrustedNotes.read(reader, faults);
        new SignersCheck(notes, faults).look(Set.of(key));
        return faults.faulty() == 0 && covers(new Gaps(notes), number, hash);
    }

    /** Whether the chain has the very block. */
    static boolean there(JdbcClient reader, long number, String hash) {
        return reader.sql("select exists (select 1 from chain_blocks where number = :number and hash = :hash)")
                .param("number", number)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /** Whether the block was dropped. */
    static boolean covers(Gaps gaps, long number, String hash) {
        return gaps.of(number)
                .filter(range -> range.to() != number || range.hash().equals(hash))
                .isPresent();
    }
}
