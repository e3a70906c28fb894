package dev.quell.storage.evidence.check;

import dev.quell.evidence.ChainFindings;
import dev.quell.evidence.ChainFindings.Unsigned;
import dev.quell.evidence.ChainReport;
import dev.quell.evidence.KnownElsewhere;
import dev.quell.evidence.chain.Place;
import dev.quell.evidence.key.KeyLines.End;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A look at a chain that the service does not sign any more: what of it an older copy of the database explains, and what it does not. */
public final class ChainLook {

    private static final String CALLS = "select count(*), coalesce(min(arrived_at), 0), coalesce(max(arrived_at), 0)"
            + " from calls where chain_v >= :signed or chain_v is null and seq > (select before from chain_identity)";

    private ChainLook() {}

    /** Looks through all of it, and compares it with the key's file. */
    public static ChainFindings of(JdbcClient reader, KnownElsewhere known, LongConsumer pace) {
        String chain =
                reader.sql("select uid from chain_identity").query(String.class).single();
        Set<String> formerly = new LinkedHashSet<>(known.formerly());
        known.file().ifPresent(file -> formerly.addAll(file.chains()));
        formerly.remove(chain);
        ChainCheck check = new ChainCheck(reader, pace);
        ChainReport report =
                check.run(new KnownElsewhere(known.keys(), known.file(), known.heads(), formerly, known.restored()));
        long gone = known.file()
                .flatMap(file -> file.end(chain))
                .filter(end -> end.number() > 0 && !isHere(reader, known, end))
                .map(End::number)
                .orElse(0L);
        return new ChainFindings(gone, unsigned(reader, report.signed()), report.faulty() - check.explained(), report);
    }

    private static boolean isHere(JdbcClient reader, KnownElsewhere known, End end) {
        return known.keys().stream().anyMatch(key -> new EndCheck(reader, key).has(end.number(), end.hash()));
    }

    private static Unsigned unsigned(JdbcClient reader, long signed) {
        return reader.sql(CALLS)
                .param("signed", new Place(signed + 1, 0).packed())
                .query((row, number) -> new Unsigned(
                        row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), Instant.ofEpochMilli(row.getLong(3))))
                .single();
    }
}
