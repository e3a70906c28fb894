package dev.quell.storage.journal;

import dev.quell.evidence.chain.Place;
import dev.quell.storage.chain.BlockMaker;
import dev.quell.storage.chain.ChainWriter;
import dev.quell.storage.journal.segment.JournalRecord;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** The records of one batch as facts of one block. */
final class ChainedFacts {

    private final FactLine verdict = new FactLine("verdict", RecordKind.SCREENED.columns());
    private final FactLine end = new FactLine("end", RecordKind.CONCLUDED.columns());
    private final BlockMaker block = new BlockMaker();
    private FactLine last = verdict;
    private long number;

    /** Begins the block of a number. */
    void begin(long block) {
        number = block;
        this.block.begin();
    }

    /** Adds a record; tells its place as a row has it. */
    long add(RecordKind kind, JournalRecord record) {
        boolean verdictTold = kind == RecordKind.SCREENED;
        FactLine line = verdictTold ? verdict : end;
        last = line;
        try {
            line.write(record.payload(), block.salt());
        } catch (IllegalArgumentException
                | ArithmeticException
                | BufferUnderflowException
                | IndexOutOfBoundsException e) {
            throw new MalformedRecord(record.sequence(), e);
        }
        long place = new Place(number, block.count()).packed();
        block.add(verdictTold ? 'V' : 'E', line.arrived(), line.id(), line.line(), line.length());
        return place;
    }

    /** The id of the call that the record added last is of. */
    String id() {
        return new String(last.id(), StandardCharsets.UTF_8);
    }

    /** When the call of the record added last arrived, as it tells, epoch milliseconds. */
    long arrived() {
        return last.arrived();
    }

    /** Puts the block behind the chain, if it holds anything; the last of its records has the number told. */
    void end(ChainWriter chain, long journal) throws SQLException {
        if (block.count() > 0) {
            chain.put(block, journal);
        }
    }
}
