package dev.quell.storage.evidence.check;

import dev.quell.evidence.ChainReport;
import dev.quell.evidence.chain.Place;
import dev.quell.storage.chain.StoredBlock;
import dev.quell.storage.chain.StoredBlock.Contents;
import dev.quell.storage.chain.StoredBlock.Listed;
import dev.quell.storage.evidence.RowMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether each row points at a fact of its own: none at another's, at none, or past the chain's end. */
final class RowCheck {

    private final JdbcClient reader;
    private final Faults faults;
    private final Set<String> told = new HashSet<>();
    private List<Listed> list = List.of();
    private long looked = -1;

    RowCheck(JdbcClient reader, Faults faults) {
        this.reader = reader;
        this.faults = faults;
    }

    /**
     * Looks.
     *
     * @param last the last block whose facts were looked at; later ones were taken in meanwhile, or are not there
     * @param pointed how many of those facts have the row that points at them, by column
     */
    void rows(long last, ToLongFunction<String> pointed) {
        for (String column : List.of("chain_v", "chain_e")) {
            long pointing = reader.sql("select count(*) from calls where " + column + " < :end")
                    .param("end", (last + 1) << Place.BITS)
                    .query(Long.class)
                    .single();
            pointing(column, pointing == pointed.applyAsLong(column) ? (last + 1) << Place.BITS : Long.MIN_VALUE);
        }
    }

    private void pointing(String column, long from) {
        try (Stream<Map<String, Object>> rows = reader
                .sql("select id, " + column + " as place from calls where " + column + " >= :from order by 2")
                .param("from", from)
                .query(RowMap::read)
                .stream()) {
            rows.forEach(row -> points(row, column.equals("chain_v") ? 'V' : 'E'));
        }
    }

    private void points(Map<String, Object> row, char kind) {
        String id = String.valueOf(row.get("id"));
        long packed = row.get("place") instanceof Number number ? number.longValue() : -1;
        if (packed < 0) {
            inserted(id);
            return;
        }
        Place place = Place.of(packed);
        if (place.block() != looked) {
            looked = place.block();
            list = reader.sql(StoredBlock.COLUMNS + " where b.number = :number")
                    .param("number", looked)
                    .query(StoredBlock::read)
                    .optional()
                    .map(StoredBlock::contents)
                    .map(Contents::listed)
                    .orElse(List.of());
        }
        boolean there = place.index() < list.size()
                && list.get(place.index()).kind() == kind
                && list.get(place.index()).id().equals(id);
        if (!there) {
            inserted(id);
        }
    }

    /** A row that the chain does not have. */
    void inserted(String id) {
        inserted(id, faults::add);
    }

    /** A row of which nothing claims that the chain has it. */
    void unplaced(String id) {
        inserted(id, faults::explained);
    }

    private void inserted(String id, Consumer<String> tell) {
        if (told.size() < ChainReport.MOST && !told.add(id)) {
            return;
        }
        tell.accept("call " + Faults.shortened(id) + ": its row was inserted, the chain does not have it");
    }
}
