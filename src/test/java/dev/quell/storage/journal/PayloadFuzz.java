package dev.quell.storage.journal;

import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record's values: all of them, or known to be malformed; never a byte of what lies beside the record, and never more memory than it has bytes. */
public final class PayloadFuzz implements FuzzTarget {

    private static final int BESIDE = 64;

    @Override
    public List<byte[]> seeds() {
        Packer packer = new Packer();
        packer.put("a", "pbx:1763800000.1");
        packer.put("b", 1_795_338_360_123L);
        packer.put("c", null);
        packer.put("d", 0.25);
        packer.put("e", "王小明");
        return List.of(Arrays.copyOf(packer.bytes(), packer.length()), new byte[] {Packer.TEXT, 3, 'a', 'b', 'c'});
    }

    @Override
    public void read(byte[] input) {
        byte[] around = new byte[input.length + 2 * BESIDE];
        Arrays.fill(around, (byte) '#');
        System.arraycopy(input, 0, around, BESIDE, input.length);
        ByteBuffer payload = ByteBuffer.wrap(around, BESIDE, input.length).slice();
        Unpacker unpacker = new Unpacker(payload);
        try {
            while (payload.hasRemaining()) {
                check(unpacker.next(), input);
            }
        } catch (IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException malformed) {
            Holds.that(malformed.getStackTrace().length > 0, "the three faults that are taken for a malformed record");
        }
    }

    private static void check(@Nullable Object value, byte[] input) {
        if (value instanceof String text) {
            Holds.that(text.length() <= input.length, "no longer than the record", text.length());
            Holds.that(
                    !text.contains("####") || new String(input, StandardCharsets.UTF_8).contains("####"),
                    "nothing of what lies beside",
                    text);
        }
    }
}
