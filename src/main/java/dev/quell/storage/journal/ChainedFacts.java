package dev.quell.storage.journal;

import dev.quell.storage.chain.BlockMaker;
import dev.quell.storage.chain.SealedBlock;
import dev.quell.storage.journal.segment.JournalRecord;
import java.nio.BufferUnderflowException;
import java.util.List;

/** Makes the records of one batch the facts of one block. Keeps its room; for one thread at a time. */
final class ChainedFacts {

    private final FactLine verdict = new FactLine("verdict", RecordKind.SCREENED.columns());
    private final FactLine end = new FactLine("end", RecordKind.CONCLUDED.columns());
    private final BlockMaker block = new BlockMaker();

    /**
     * The block of those records that are facts, in their order.
     *
     * @throws MalformedRecord if one is not what its kind says
     */
    SealedBlock of(List<JournalRecord> records) {
        block.begin();
        for (JournalRecord record : records) {
            RecordKind kind = RecordKind.of(record.kind());
            if (kind == RecordKind.SCREENED || kind == RecordKind.CONCLUDED) {
                add(kind, record);
            }
        }
        return block.seal();
    }

    private void add(RecordKind kind, JournalRecord record) {
        boolean verdictTold = kind == RecordKind.SCREENED;
        FactLine line = verdictTold ? verdict : end;
        try {
            line.write(record.payload(), block.salt());
        } catch (IllegalArgumentException
                | ArithmeticException
                | BufferUnderflowException
                | IndexOutOfBoundsException e) {
            throw new MalformedRecord(record.sequence(), e);
        }
        block.add(verdictTold ? 'V' : 'E', line.arrived(), line.id(), line.line(), line.length());
    }
}
