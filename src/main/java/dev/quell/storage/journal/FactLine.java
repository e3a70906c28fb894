package dev.quell.storage.journal;

import dev.quell.evidence.chain.EcmaNumber;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a record of the journal as the chain has it: one object of canonical JSON (RFC 8785) with the columns that are not null, the word {@code fact} and the
 * salt. The fact's leaf is made of it. Keeps its room; for one thread at a time.
 */
final class FactLine {

    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final byte[] SHORT = ascii("btn_fr");
    private static final boolean[] SPECIAL = specials();
    private static final int FACT = -1;
    private static final int SALT = -2;

    private final byte[] fact;
    private final byte[][] names;
    private final int[] sources;
    private final int[] starts;
    private final byte[] digits = new byte[20];
    private byte[] line = new byte[4096];
    private byte[] told = new byte[0];
    private int length;
    private int idAt;
    private int idLength;

    /** @param fact what kind of fact, one word */
    FactLine(String fact, List<String> columns) {
        List<String> sorted = new ArrayList<>(columns);
        sorted.add("fact");
        sorted.add("salt");
        sorted.sort(null);
        this.fact = ascii('"' + fact + '"');
        this.names = sorted.stream().map(name -> ascii(",\"" + name + "\":")).toArray(byte[][]::new);
        this.sources = sorted.stream()
                .mapToInt(name -> name.equals("fact") ? FACT : name.equals("salt") ? SALT : columns.indexOf(name))
                .toArray();
        this.starts = new int[columns.size()];
    }

    private static boolean[] specials() {
        boolean[] special = new boolean[256];
        Arrays.fill(special, 0, ' ', true);
        special['"'] = true;
        special['\\'] = true;
        return special;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a record whose first value is the call's id. */
    void write(ByteBuffer payload, byte[] salt) {
        byte[] bytes = payload.array();
        told = bytes;
        find(bytes, payload.arrayOffset() + payload.position(), payload.arrayOffset() + payload.limit());
        length = 0;
        for (int place = 0; place < names.length; place++) {
            int source = sources[place];
            if (source == FACT) {
                name(place);
                put(fact, 0, fact.length);
            } else if (source == SALT) {
                name(place);
                quoted(salt, 0, salt.length);
            } else if (bytes[starts[source]] != Packer.NULL) {
                name(place);
                value(bytes, starts[source]);
            }
        }
        room(1);
        line[0] = '{';
        line[length++] = '}';
    }

    /** The line, of which the first {@link #length} bytes count. */
    byte[] line() {
        return line;
    }

    int length() {
        return length;
    }

    /** The call's id in the payload that was written last. */
    byte[] id() {
        return Arrays.copyOfRange(told, idAt, idAt + idLength);
    }

    /** When the call of the payload that was written last arrived, epoch milliseconds: the second value. */
    long arrived() {
        long zigzag = varint(told, starts[1] + 1);
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    private void find(byte[] bytes, int from, int end) {
        int at = from;
        for (int column = 0; column < starts.length; column++) {
            starts[column] = at;
            at = after(bytes, at);
            if (at > end) {
                throw new BufferUnderflowException();
            }
        }
        idAt = textAt(bytes, starts[0] + 1);
        idLength = (int) varint(bytes, starts[0] + 1);
    }

    private static int after(byte[] bytes, int at) {
        return switch (bytes[at]) {
            case Packer.NULL -> at + 1;
            case Packer.WHOLE -> textAt(bytes, at + 1);
            case Packer.FRACTION -> at + 1 + Double.BYTES;
            case Packer.TEXT -> Math.addExact(textAt(bytes, at + 1), (int) varint(bytes, at + 1));
            default -> throw new IllegalArgumentException("a value of an unknown tag");
        };
    }

    private static int textAt(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] < 0) {
            at++;
        }
        return at + 1;
    }

    private static long varint(byte[] bytes, int from) {
        long number = 0;
        int at = from;
        for (int shift = 0; ; shift += 7) {
            number |= (bytes[at] & 0x7fL) << shift;
            if (bytes[at++] >= 0) {
                return number;
            }
        }
    }

    private void name(int place) {
        put(names[place], 0, names[place].length);
    }

    private void value(byte[] bytes, int at) {
        switch (bytes[at]) {
            case Packer.WHOLE -> whole(varint(bytes, at + 1));
            case Packer.FRACTION -> {
                byte[] text = ascii(EcmaNumber.of(ByteBuffer.wrap(bytes).getDouble(at + 1)));
                put(text, 0, text.length);
            }
            default -> quoted(bytes, textAt(bytes, at + 1), (int) varint(bytes, at + 1));
        }
    }

    private void whole(long zigzag) {
        long number = (zigzag >>> 1) ^ -(zigzag & 1);
        long rest = number;
        int at = digits.length;
        do {
            digits[--at] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        } while (rest != 0);
        room(1);
        if (number < 0) {
            line[length++] = '-';
        }
        put(digits, at, digits.length - at);
    }

    private void quoted(byte[] bytes, int from, int count) {
        room(6 * count + 2);
        byte[] out = line;
        int next = length;
        out[next++] = '"';
        for (int at = from; at < from + count; at++) {
            byte letter = bytes[at];
            if (SPECIAL[letter & 0xff]) {
                length = next;
                escaped(letter);
                next = length;
            } else {
                out[next++] = letter;
            }
        }
        out[next++] = '"';
        length = next;
    }

    private void escaped(byte letter) {
        line[length++] = '\\';
        if (letter >= ' ') {
            line[length++] = letter;
        } else if (letter >= '\b' && letter <= '\r' && letter != 0x0b) {
            line[length++] = SHORT[letter - '\b'];
        } else {
            put(new byte[] {'u', '0', '0', HEX[letter >> 4], HEX[letter & 0xf]}, 0, 5);
        }
    }

    private void put(byte[] bytes, int from, int count) {
        room(count);
        System.arraycopy(bytes, from, line, length, count);
        length += count;
    }

    private void room(int more) {
        if (line.length - length < more) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        }
    }
}
