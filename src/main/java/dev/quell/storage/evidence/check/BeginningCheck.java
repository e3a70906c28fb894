package dev.quell.storage.evidence.check;

import dev.quell.storage.evidence.Unchained;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the chain has its signed beginning, and the calls from before it are no other and no more than it told. */
final class BeginningCheck {

    private final JdbcClient reader;
    private final Faults faults;
    private final Consumer<String> inserted;

    /** @param inserted told of calls that neither the chain nor its beginning has */
    BeginningCheck(JdbcClient reader, Faults faults, Consumer<String> inserted) {
        this.reader = reader;
        this.faults = faults;
        this.inserted = inserted;
    }

    /** Looks; tells how many calls are from before the chain. */
    long look(TrustedNotes notes, String chain) {
        List<Trusted> begun = notes.of("GENESIS");
        if (begun.size() != 1) {
            faults.add(
                    begun.isEmpty()
                            ? "the chain has no signed beginning; what came before its first signed block may be anything"
                            : "the chain has " + begun.size() + " beginnings");
            return count();
        }
        Trusted genesis = begun.getFirst();
        if (!genesis.word("chain").equals(chain) && !chain.isEmpty()) {
            faults.add("the signed beginning is of another chain, " + Faults.shortened(genesis.word("chain")));
        }
        genesis.values()
                .path("earlier")
                .forEach(other -> faults.tell("this chain's key has signed the beginning of another before: chain "
                        + Faults.shortened(other.asString("")) + ". Ask what became of its records"));
        strangers(genesis);
        return same(genesis, notes);
    }

    private void strangers(Trusted genesis) {
        try (Stream<String> ids = reader
                .sql("select id from calls where " + Unchained.ROWS
                        + " and (seq <= 0 or seq > :before or arrived_at > :newest)")
                .param("before", genesis.whole("before", 0))
                .param("newest", genesis.whole("newest", Long.MIN_VALUE))
                .query((row, number) -> String.valueOf(row.getString(1)))
                .stream()) {
            ids.forEach(inserted);
        }
    }

    /** Until retention has removed some, they are known one by one; later their number is bounded. */
    private long same(Trusted genesis, TrustedNotes notes) {
        long told = genesis.whole("calls", 0);
        Unchained.Ids now = Unchained.ids(reader);
        boolean removed = notes.of("RETENTION").stream()
                .anyMatch(note -> note.whole("before", Long.MIN_VALUE) > genesis.whole("oldest", Long.MAX_VALUE));
        if (now.count() > told || (now.count() == told && !now.hash().equals(genesis.word("hash")))) {
            faults.add("the calls from before the chain are not those that were there when it began: " + told
                    + " then, " + now.count() + " now");
        } else if (!removed && told - now.count() > chained(genesis)) {
            faults.add((told - now.count()) + " of the " + told + " calls from before the chain were removed");
        }
        return now.count();
    }

    /** Calls that lived when the chain began may have been screened again, and then have all of theirs in it. */
    private long chained(Trusted genesis) {
        return reader.sql("select count(*) from calls where seq <= :before and not " + Unchained.ROWS)
                .param("before", genesis.whole("before", 0))
                .query(Long.class)
                .single();
    }

    private long count() {
        return reader.sql("select count(*) from calls where " + Unchained.ROWS)
                .query(Long.class)
                .single();
    }
}
