package dev.quell.evidence.chain;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Merkle tree over leaves of 32 bytes each. A leaf is the hash of the byte 0 and a text; a node is the SHA-256 of the byte 1, its left and its right; the
 * last of an odd number goes up as it is.
 */
public final class Merkle {

    private static final int SIZE = 32;
    private static final Pattern STEP = Pattern.compile("[LR]:[0-9a-f]{64}");

    private final List<byte[]> levels = new ArrayList<>();

    /** Over leaves that lie one behind the other, one at least; all levels are kept, for many paths. */
    public Merkle(byte[] leaves) {
        MessageDigest digest = Hashes.sha256();
        byte[] level = leaves;
        levels.add(level);
        while (level.length > SIZE) {
            level = up(level, digest);
            levels.add(level);
        }
    }

    /** The root over leaves that lie one behind the other, one at least. */
    public static byte[] root(byte[] leaves) {
        MessageDigest digest = Hashes.sha256();
        byte[] level = leaves;
        while (level.length > SIZE) {
            level = up(level, digest);
        }
        return level.clone();
    }

    private static byte[] up(byte[] level, MessageDigest digest) {
        int nodes = level.length / SIZE;
        byte[] above = new byte[(nodes + 1) / 2 * SIZE];
        for (int node = 0; node < nodes; node += 2) {
            byte[] made = node + 1 < nodes
                    ? pair(level, node * SIZE, digest)
                    : Arrays.copyOfRange(level, node * SIZE, node * SIZE + SIZE);
            System.arraycopy(made, 0, above, node / 2 * SIZE, SIZE);
        }
        return above;
    }

    private static byte[] pair(byte[] level, int at, MessageDigest digest) {
        digest.update((byte) 1);
        digest.update(level, at, 2 * SIZE);
        return digest.digest();
    }

    /** The neighbours on the way from a leaf to the root: {@code L:} or {@code R:}, the side on which each stands, and its hash. */
    public List<String> path(int leaf) {
        List<String> path = new ArrayList<>();
        int node = leaf;
        for (byte[] level : levels.subList(0, levels.size() - 1)) {
            int other = node ^ 1;
            if (other * SIZE < level.length) {
                path.add((other < node ? "L:" : "R:")
                        + Hashes.hex(Arrays.copyOfRange(level, other * SIZE, other * SIZE + SIZE)));
            }
            node /= 2;
        }
        return path;
    }

    /**
     * The root that a path leads to.
     *
     * @throws IllegalArgumentException if a step is none
     */
    public static byte[] follow(byte[] leaf, List<String> path) {
        MessageDigest digest = Hashes.sha256();
        byte[] node = leaf;
        for (String step : path) {
            if (!STEP.matcher(step).matches()) {
                throw new IllegalArgumentException("a step of a path is L: or R: and 64 hexadecimal digits");
            }
            byte[] other = HexFormat.of().parseHex(step, 2, step.length());
            digest.update((byte) 1);
            digest.update(step.charAt(0) == 'L' ? other : node);
            digest.update(step.charAt(0) == 'L' ? node : other);
            node = digest.digest();
        }
        return node;
    }
}
