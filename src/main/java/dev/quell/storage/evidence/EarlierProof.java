package dev.quell.storage.evidence;

import dev.quell.evidence.key.EvidenceFault;
import dev.quell.storage.evidence.EarlierPage.Entry;
import dev.quell.storage.evidence.check.EarlierPages;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a call of which the chain lacks something is one from before it, unchanged. For one thread. */
final class EarlierProof {

    private final JdbcClient reader;
    private final String key;
    private @Nullable EarlierPages pages;
    private @Nullable EarlierRow rows;
    private @Nullable EarlierPage page;
    private Map<Long, Entry> entries = Map.of();

    /** @param key the fingerprint of the key that signs now */
    EarlierProof(JdbcClient reader, String key) {
        this.reader = reader;
        this.key = key;
    }

    /**
     * Whether what the chain lacks of a row is what it was when the chain began; true if it lacks nothing.
     *
     * @throws EvidenceFault if the chain was not told of those calls yet
     */
    boolean proves(Map<String, Object> row) {
        Optional<byte[]> hash = new EarlierRow("").hash(row);
        if (hash.isEmpty()) {
            return true;
        }
        EarlierPages known = pages == null ? read() : pages;
        pages = known;
        long number = RowMap.whole(row, "seq");
        if (number <= 0 || number > known.before()) {
            return false;
        }
        if (known.seed().isEmpty()) {
            throw new EvidenceFault(
                    "the calls from before the chain are not hashed yet, which takes some minutes after the first start; try again then");
        }
        EarlierRow hashing = rows == null ? new EarlierRow(known.seed()) : rows;
        rows = hashing;
        Entry entry = find(known, number);
        return entry != null && hashing.hash(row).filter(entry::same).isPresent();
    }

    private EarlierPages read() {
        return EarlierPages.read(reader, key)
                .orElseThrow(() -> new EvidenceFault("the chain's beginning was changed; look with `quell verify`"));
    }

    private @Nullable Entry find(EarlierPages known, long row) {
        EarlierPage found = known.of(row).orElse(null);
        if (found == null) {
            return null;
        }
        if (!found.equals(page)) {
            page = found;
            entries = reader.sql("select calls from chain_before where page = :page")
                    .param("page", found.number())
                    .query((each, number) -> each.getBytes(1))
                    .optional()
                    .filter(found::isOf)
                    .map(found::entries)
                    .orElse(Map.of());
        }
        return entries.get(row);
    }
}
