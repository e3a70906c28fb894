package dev.quell.storage.chain;

import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.chain.Merkle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/** Gathers the facts of one block: a salt for each, its leaf, its line of the list, which begins with a salt of its own. One thread at a time. */
public final class BlockMaker {

    static final int SALT = 16;
    private static final int LEAF = 32;
    private static final int DIGITS = 20;
    /** The list's own salt is the first half of this pair's; no fact has the number. */
    private static final int LIST = -1;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final SecureRandom random = new SecureRandom();
    private final MessageDigest digest = Hashes.sha256();
    private final byte[] salt = new byte[2 * SALT];
    private byte[] leaves = new byte[256 * LEAF];
    private byte[] list = new byte[8192];
    private byte[] key = new byte[0];
    private byte[] pair = new byte[LEAF];
    private int count;
    private int listed;

    /** Forgets all facts and draws a new key for the salts. */
    public void begin() {
        count = 0;
        listed = 0;
        key = new byte[LEAF];
        random.nextBytes(key);
        hex(pair(digest, key, LIST), 0, list);
        listed = 2 * SALT;
        list[listed++] = '\n';
    }

    /** How many facts there are; the next one's index. */
    public int count() {
        return count;
    }

    /** The next fact's salt in hexadecimal; of use until the next is asked for. */
    public byte[] salt() {
        if (count % 2 == 0) {
            pair = pair(digest, key, count / 2);
        }
        hex(pair, count % 2 * SALT, salt);
        return salt;
    }

    private static void hex(byte[] bytes, int from, byte[] to) {
        for (int each = 0; each < SALT; each++) {
            to[2 * each] = HEX[bytes[from + each] >> 4 & 0xf];
            to[2 * each + 1] = HEX[bytes[from + each] & 0xf];
        }
    }

    /** The salt of a fact. */
    static byte[] salt(byte[] key, int index) {
        int from = index % 2 * SALT;
        return Arrays.copyOfRange(pair(Hashes.sha256(), key, index / 2), from, from + SALT);
    }

    /** Two facts' salts: the halves of the hash of the block's key and the pair's number, which is told in four bytes. */
    private static byte[] pair(MessageDigest digest, byte[] key, int index) {
        digest.update(key);
        digest.update((byte) (index >> 24));
        digest.update((byte) (index >> 16));
        digest.update((byte) (index >> 8));
        digest.update((byte) index);
        return digest.digest();
    }

    /**
     * Adds a fact.
     *
     * @param kind {@code V} for a verdict, {@code E} for an end, {@code N} for a note
     * @param arrived when its call arrived, epoch milliseconds
     * @param id the call's id, or what the note is of
     * @param line its text, of which the first {@code length} bytes count
     */
    public void add(char kind, long arrived, byte[] id, byte[] line, int length) {
        digest.update((byte) 0);
        digest.update(line, 0, length);
        byte[] leaf = digest.digest();
        if ((count + 1) * LEAF > leaves.length) {
            leaves = Arrays.copyOf(leaves, leaves.length * 2);
        }
        System.arraycopy(leaf, 0, leaves, count * LEAF, LEAF);
        list(kind, arrived, id);
        count++;
    }

    private void list(char kind, long arrived, byte[] id) {
        int more = DIGITS + id.length + 4;
        if (listed + more > list.length) {
            list = Arrays.copyOf(list, list.length * 2 + more);
        }
        list[listed++] = (byte) kind;
        list[listed++] = ' ';
        decimal(arrived);
        list[listed++] = ' ';
        System.arraycopy(id, 0, list, listed, id.length);
        listed += id.length;
        list[listed++] = '\n';
    }

    private void decimal(long number) {
        if (number < 0) {
            list[listed++] = '-';
        }
        int end = listed + 1;
        for (long rest = number / 10; rest != 0; rest /= 10) {
            end++;
        }
        long rest = number;
        for (int at = end - 1; at >= listed; at--) {
            list[at] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        }
        listed = end;
    }

    byte[] key() {
        return key;
    }

    /** What was added since the beginning, with its hashes. */
    public SealedBlock seal() {
        byte[] all = Arrays.copyOf(leaves, count * LEAF);
        byte[] lines = Arrays.copyOf(list, listed);
        String root = count == 0 ? "" : Hashes.hex(Merkle.root(all));
        return new SealedBlock(count, key, all, lines, Hashes.hex(digest.digest(lines)), root);
    }
}
