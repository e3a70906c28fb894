package dev.quell.storage.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the facts of a call anew from its row, as the chain has them. For one thread at a time. */
public final class RowFacts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FactLine verdict = new FactLine("verdict", RecordKind.SCREENED.columns());
    private final FactLine end = new FactLine("end", RecordKind.CONCLUDED.columns());

    /**
     * The line of the row's verdict.
     *
     * @param row the values of all its columns by name
     */
    public byte[] verdict(Map<String, Object> row, byte[] salt) {
        return line(verdict, RecordKind.SCREENED, row, salt);
    }

    /** The line of the row's end. */
    public byte[] end(Map<String, Object> row, byte[] salt) {
        return line(end, RecordKind.CONCLUDED, row, salt);
    }

    private static byte[] line(FactLine writer, RecordKind kind, Map<String, Object> row, byte[] salt) {
        Packer packer = new Packer();
        for (String column : kind.columns()) {
            packer.put(column, value(kind, column, row));
        }
        writer.write(ByteBuffer.wrap(packer.bytes(), 0, packer.length()), salt);
        return Arrays.copyOf(writer.line(), writer.length());
    }

    private static @Nullable Object value(RecordKind kind, String column, Map<String, Object> row) {
        Object plain = row.get(column);
        if (kind == RecordKind.SCREENED) {
            Object newest = row.get("chain_v_at");
            return column.equals("arrived_at") && newest != null ? newest : plain;
        }
        return switch (column) {
            case "arrived_at" -> number(row.get("ended_at")) - number(row.get("answered"));
            case "caller" -> told(row, 0, plain);
            case "line" -> told(row, 1, plain);
            case "trunk" -> told(row, 2, plain);
            case "channel" -> told(row, 3, plain);
            default -> plain;
        };
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static @Nullable Object told(Map<String, Object> row, int place, @Nullable Object plain) {
        return row.get("chain_e_who") instanceof String told
                ? JSON.readTree(told).path(place).stringValue("")
                : plain;
    }
}
