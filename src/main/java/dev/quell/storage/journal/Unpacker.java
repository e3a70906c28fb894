package dev.quell.storage.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Unpacks what {@link Packer} packed. */
final class Unpacker {

    private final ByteBuffer bytes;
    private String id = "";
    private long arrived;

    /** @param bytes the values from position to limit */
    Unpacker(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Gives all values to a statement's places, the first to place 1. The first two are a call's id and arrival. */
    void bind(PreparedStatement statement, int columns) throws SQLException {
        id = bytes.get() == Packer.TEXT ? text() : wrong();
        statement.setString(1, id);
        arrived = bytes.get() == Packer.WHOLE ? whole() : Long.parseLong(wrong());
        statement.setLong(2, arrived);
        for (int place = 3; place <= columns; place++) {
            switch (bytes.get()) {
                case Packer.NULL -> statement.setNull(place, Types.NULL);
                case Packer.WHOLE -> statement.setLong(place, whole());
                case Packer.FRACTION -> statement.setDouble(place, bytes.getDouble());
                case Packer.TEXT -> statement.setString(place, text());
                default -> wrong();
            }
        }
    }

    private static String wrong() {
        throw new IllegalArgumentException("a value of an unknown tag, or of another than there has to be");
    }

    /** The call's id; told by {@link #bind}. */
    String id() {
        return id;
    }

    /** When the call arrived, epoch milliseconds; told by {@link #bind}. */
    long arrived() {
        return arrived;
    }

    /** The next value. */
    @Nullable
    Object next() {
        return switch (bytes.get()) {
            case Packer.NULL -> null;
            case Packer.WHOLE -> whole();
            case Packer.FRACTION -> bytes.getDouble();
            case Packer.TEXT -> text();
            default -> throw new IllegalArgumentException("a value of an unknown tag");
        };
    }

    private long whole() {
        long zigzag = varint();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    private String text() {
        int length = (int) varint();
        String text = new String(bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    private long varint() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
