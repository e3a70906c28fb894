package dev.quell.web.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/** Places in lists as addresses have them: of no meaning to others, and of one list alone. */
final class Cursors {
    private static final int CHECK = 4;
    private static final int LONGEST = 4096;

    private Cursors() {}

    /** A place of a list as letters, digits, hyphens and underscores. */
    static String write(String list, String place) {
        byte[] text = place.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(CHECK + text.length);
        all.putInt(check(list, text)).put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
    }

    /**
     * The place that {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it did not write this, or for another list
     */
    static String read(String list, String cursor) {
        if (cursor.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        if (all.remaining() <= CHECK) {
            throw new IllegalArgumentException("too short");
        }
        int check = all.getInt();
        byte[] text = new byte[all.remaining()];
        all.get(text);
        if (check != check(list, text)) {
            throw new IllegalArgumentException("not of this list");
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private static int check(String list, byte[] text) {
        CRC32 sum = new CRC32();
        sum.update(list.getBytes(StandardCharsets.UTF_8));
        sum.update('\n');
        sum.update(text);
        return (int) sum.getValue();
    }
}
