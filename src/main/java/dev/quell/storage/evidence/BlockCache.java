package dev.quell.storage.evidence;

import dev.quell.evidence.chain.Merkle;
import dev.quell.storage.chain.StoredBlock;
import dev.quell.storage.chain.StoredBlock.Contents;
import dev.quell.storage.chain.StoredBlock.Listed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last few blocks that were read, with their lists and trees: calls that are near each other share blocks. */
final class BlockCache {

    private static final int MOST = 16;

    private final JdbcClient reader;
    private final Map<Long, Optional<Opened>> blocks = new LinkedHashMap<>(MOST * 2, 0.75f, true) {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Optional<Opened>> eldest) {
            return size() > MOST;
        }
    };

    BlockCache(JdbcClient reader) {
        this.reader = reader;
    }

    /** A block with what is reckoned from it. */
    record Opened(Contents contents, List<Listed> listed, Merkle tree) {}

    /** A block; empty if it is not there. */
    Optional<Opened> find(long number) {
        return blocks.computeIfAbsent(number, this::read);
    }

    private Optional<Opened> read(long number) {
        return reader.sql(StoredBlock.COLUMNS + " where b.number = :number")
                .param("number", number)
                .query(StoredBlock::read)
                .optional()
                .map(BlockCache::opened);
    }

    private static @Nullable Opened opened(StoredBlock block) {
        Contents contents = block.contents();
        return contents == null ? null : new Opened(contents, contents.listed(), new Merkle(contents.leaves()));
    }
}
