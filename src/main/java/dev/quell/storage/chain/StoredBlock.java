package dev.quell.storage.chain;

import dev.quell.evidence.chain.BlockHead;
import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.chain.Place;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code chain_blocks}.
 *
 * @param head what it says in public
 * @param hash as the row has it
 * @param contents what it holds; null if it is not there
 * @param note what it says if it holds a note; null if it holds facts of calls
 */
public record StoredBlock(
        BlockHead head,
        String hash,
        @Nullable Contents contents,
        @Nullable Note note) {

    /** The columns, for a select with the chain's own uid. */
    public static final String COLUMNS = "select (select uid from chain_identity) as chain, b.* from chain_blocks b";

    /** The columns of {@link #head} alone, for {@link #readHead}. */
    public static final String HEADS =
            "select (select uid from chain_identity) as chain, b.number, b.at, b.previous, b.back, b.count, b.facts, b.root, b.journal, b.hash from chain_blocks b";

    /**
     * What a block holds.
     *
     * @param key of the salts
     * @param leaves 32 bytes each
     * @param list the list of facts: a salt, then a line each
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Contents(byte[] key, byte[] leaves, byte[] list) {

        /** The facts in order. */
        public List<Listed> listed() {
            return new String(list, StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Listed::parse)
                    .toList();
        }

        /** The salt of a fact in hexadecimal, as its line has it. */
        public byte[] salt(int index) {
            return Hashes.hex(BlockMaker.salt(key, index)).getBytes(StandardCharsets.US_ASCII);
        }

        /** The leaf of a fact. */
        public byte[] leaf(int index) {
            return Arrays.copyOfRange(leaves, index * 32, index * 32 + 32);
        }
    }

    /**
     * A line of a block's list.
     *
     * @param kind {@code V} for a verdict, {@code E} for an end, {@code N} for a note
     * @param arrived when the call arrived, epoch milliseconds
     * @param id the call's
     */
    public record Listed(char kind, long arrived, String id) {
        static Listed parse(String line) {
            String[] parts = line.split(" ", 3);
            if (parts.length < 3 || parts[0].length() != 1 || !parts[1].matches("-?[0-9]{1,18}")) {
                return new Listed('?', 0, line);
            }
            return new Listed(parts[0].charAt(0), Long.parseLong(parts[1]), parts[2]);
        }
    }

    /**
     * A note's columns.
     *
     * @param kind as the row has it
     * @param line its text
     * @param details what the text has the hash of; empty if there are none, or they were removed
     * @param signature of the head's line, in hexadecimal
     */
    public record Note(String kind, String line, String details, String signature) {}

    /** The place of one of its facts. */
    public Place place(int index) {
        return new Place(head.number(), index);
    }

    /** Reads a row of {@link #COLUMNS}. */
    public static StoredBlock read(ResultSet row, int number) throws SQLException {
        byte[] key = row.getBytes("salts");
        byte[] leaves = row.getBytes("leaves");
        byte[] list = row.getBytes("list");
        Contents contents = key == null || leaves == null || list == null ? null : new Contents(key, leaves, list);
        boolean bare = row.getString("kind") == null && row.getString("note") == null;
        return new StoredBlock(
                readHead(row, number),
                text(row, "hash"),
                contents,
                bare
                        ? null
                        : new Note(text(row, "kind"), text(row, "note"), text(row, "details"), text(row, "signature")));
    }

    /** Reads the head of a row. */
    public static BlockHead readHead(ResultSet row, int number) throws SQLException {
        return new BlockHead(
                text(row, "chain"),
                row.getLong("number"),
                row.getLong("at"),
                text(row, "previous"),
                text(row, "back"),
                row.getInt("count"),
                text(row, "facts"),
                text(row, "root"),
                row.getLong("journal"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
