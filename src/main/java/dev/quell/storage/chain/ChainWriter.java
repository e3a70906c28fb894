package dev.quell.storage.chain;

import dev.quell.evidence.chain.BlockHead;
import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.chain.Place;
import dev.quell.evidence.key.EvidenceKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcUtils;

/** Puts blocks at the end of the chain, in the transaction of the facts that they hold. For the database's writer alone. */
public final class ChainWriter implements AutoCloseable {

    private static final String HEAD =
            "select i.uid, b.number, b.hash, cast(unixepoch('subsec') * 1000 as integer) from chain_identity i left join chain_blocks b on b.number = (select max(number) from chain_blocks)";
    private static final String ONE = "select hash from chain_blocks where number = ?";
    private static final String PUT =
            "insert into chain_blocks (number, at, hash, previous, back, root, facts, count, journal, salts, leaves, list, kind, note, details, signature)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** A number beyond it would leave a packed place no room. */
    private static final long LAST = Long.MAX_VALUE >> Place.BITS;

    private final Connection connection;
    private @Nullable PreparedStatement head;
    private @Nullable PreparedStatement one;
    private @Nullable PreparedStatement put;
    private String chain = "";
    private long number;
    private long now;
    private String previous = BlockHead.NOTHING;

    /**
     * A note that a block holds.
     *
     * @param kind one word
     * @param line its text
     * @param details what the text has the hash of; null if there are none
     * @param key signs the block
     */
    record Note(String kind, String line, @Nullable String details, EvidenceKey key) {}

    /** Prepares its statements when it needs them. */
    public ChainWriter(Connection connection) {
        this.connection = connection;
    }

    /** Looks where the chain ends; tells the next block's number. */
    public long next() throws SQLException {
        head = head == null ? connection.prepareStatement(HEAD) : head;
        try (ResultSet row = head.executeQuery()) {
            if (!row.next()) {
                throw new SQLException(
                        "the row of chain_identity, which says which chain this database holds, is gone");
            }
            if (row.getLong(2) >= LAST) {
                throw new SQLException("block " + row.getLong(2) + " of the chain is none that Quell wrote");
            }
            chain = row.getString(1);
            number = row.getLong(2) + 1;
            @Nullable String last = row.getString(3);
            now = row.getLong(4);
            previous = last == null ? BlockHead.NOTHING : last;
        }
        return number;
    }

    /**
     * Puts the block behind the last; {@link #next} came before, in the same transaction.
     *
     * @param journal up to which record the journal is taken in with it
     */
    public void put(SealedBlock block, long journal) throws SQLException {
        put(block, now, journal, null);
    }

    /** Puts a block that holds one note. */
    void put(SealedBlock block, long at, long journal, @Nullable Note note) throws SQLException {
        BlockHead made =
                new BlockHead(chain, number, at, previous, back(), block.count(), block.facts(), block.root(), journal);
        String line = made.line();
        put = put == null ? connection.prepareStatement(PUT) : put;
        put.setLong(1, made.number());
        put.setLong(2, made.at());
        put.setString(3, Hashes.hex(Hashes.of(line)));
        put.setString(4, made.previous());
        put.setString(5, made.back());
        put.setString(6, made.root());
        put.setString(7, made.facts());
        put.setInt(8, made.count());
        put.setLong(9, made.journal());
        put.setBytes(10, block.key());
        put.setBytes(11, block.leaves());
        put.setBytes(12, block.list());
        put.setString(13, note == null ? null : note.kind());
        put.setString(14, note == null ? null : note.line());
        put.setString(15, note == null ? null : note.details());
        put.setString(16, note == null ? null : Hashes.hex(note.key().sign(line.getBytes(StandardCharsets.UTF_8))));
        put.executeUpdate();
    }

    private String back() throws SQLException {
        long back = BlockHead.backOf(number);
        if (back == number - 1 || back == 0) {
            return back == 0 ? "" : previous;
        }
        one = one == null ? connection.prepareStatement(ONE) : one;
        one.setLong(1, back);
        try (ResultSet row = one.executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @Override
    public void close() {
        JdbcUtils.closeStatement(head);
        JdbcUtils.closeStatement(one);
        JdbcUtils.closeStatement(put);
    }
}
