package dev.quell.storage.chain;

import dev.quell.evidence.KeptNote;
import dev.quell.evidence.chain.Canonical;
import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.key.EvidenceKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes notes into the chain: what was removed, held and handed out. A note is a block of its own, and signed. */
public final class ChainNotes {

    private ChainNotes() {}

    /**
     * A note to be written.
     *
     * @param kind what it is of, one word
     * @param at when, epoch milliseconds
     * @param values words and whole numbers by name, for good
     * @param details what names people and numbers: the note has its hash, so that the text itself can be removed later; may be empty
     */
    public record Draft(String kind, long at, Map<String, ?> values, Map<String, ?> details) {
        public Draft {
            values = Map.copyOf(values);
            details = Map.copyOf(details);
        }

        /** One without details. */
        public Draft(String kind, long at, Map<String, ?> values) {
            this(kind, at, values, Map.of());
        }
    }

    /** Writes a note behind the chain's end, in the transaction of the writer that the connection is in. */
    public static KeptNote write(Connection connection, EvidenceKey key, Draft draft) throws SQLException {
        BlockMaker block = new BlockMaker();
        block.begin();
        Map<String, Object> all = new TreeMap<>(draft.values());
        all.put("at", draft.at());
        all.put("fact", "note");
        all.put("kind", draft.kind());
        all.put("salt", new String(block.salt(), StandardCharsets.US_ASCII));
        @Nullable String details = details(block, draft.details());
        if (details != null) {
            all.put("details", Hashes.hex(Hashes.of(details)));
        }
        String line = Canonical.of(all);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        block.add('N', draft.at(), draft.kind().getBytes(StandardCharsets.US_ASCII), bytes, bytes.length);
        try (ChainWriter chain = new ChainWriter(connection)) {
            long number = chain.next();
            chain.put(
                    block.seal(),
                    draft.at(),
                    journal(connection),
                    new ChainWriter.Note(draft.kind(), line, details, key));
            return new KeptNote(line, details == null ? "" : details, number);
        }
    }

    /** A second salt of the block, so that what is left of a note says nothing of its details. */
    private static @Nullable String details(BlockMaker block, Map<String, ?> details) {
        if (details.isEmpty()) {
            return null;
        }
        Map<String, Object> all = new TreeMap<>(details);
        all.put("salt", Hashes.hex(BlockMaker.salt(block.key(), 1)));
        return Canonical.of(all);
    }

    private static long journal(Connection connection) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement("select max(sequence) from journal_mark");
                ResultSet row = mark.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
