package dev.quell.storage.evidence.check;

import dev.quell.evidence.ChainReport;
import dev.quell.evidence.chain.Hashes;
import dev.quell.storage.chain.StoredBlock;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks through a whole chain and all calls, and names what was changed, removed, inserted or reordered. For one run. */
public final class ChainCheck {

    private static final int PAGE = 64;

    private final JdbcClient reader;
    private final Faults faults = new Faults();

    /** Over a database that does not change meanwhile, or only at the chain's end. */
    public ChainCheck(JdbcClient reader) {
        this.reader = reader;
    }

    /** Looks through all of it, with nothing to compare it with. */
    public ChainReport run() {
        return run(Set.of(), List.of());
    }

    /**
     * Looks through all of it.
     *
     * @param keys fingerprints of the keys that may have signed; none: they are told, and not compared
     * @param heads lines of logs that tell where the chain ended earlier
     */
    public ChainReport run(Set<String> keys, List<String> heads) {
        String chain =
                reader.sql("select uid from chain_identity").query(String.class).single();
        long last = last();
        TrustedNotes notes = TrustedNotes.read(reader, faults);
        keys(notes, keys);
        Gaps gaps = new Gaps(notes);
        LinkCheck links = new LinkCheck(gaps, faults);
        FactCheck facts = new FactCheck(
                reader,
                faults,
                notes.of("RETENTION").stream()
                        .mapToLong(note -> note.whole("ever", Long.MIN_VALUE))
                        .max()
                        .orElse(Long.MIN_VALUE));
        long blocks = blocks(last, notes, links, facts);
        RowCheck rows = new RowCheck(reader, faults);
        rows.rows(last, facts::pointed);
        long unchained = new BeginningCheck(reader, faults, rows::inserted).look(notes, chain);
        HoldCheck holds = new HoldCheck(reader, faults);
        holds.holds(notes);
        holds.kept(notes);
        journal(links.journal());
        notes.of("RULES").forEach(this::rules);
        notes.of("RESTORE").forEach(this::restored);
        new HeadCheck(reader, faults, gaps, notes).heads(heads, chain);
        return new ChainReport(
                chain,
                blocks,
                facts.facts(),
                unchained,
                facts.removed() + links.dropped(),
                last == 0 ? "" : links.last(),
                last,
                notes.last(),
                notes.keys(),
                faults.notices(),
                faults.faults(),
                faults.faulty());
    }

    private long last() {
        return reader.sql("select coalesce(max(number), 0) from chain_blocks")
                .query(Long.class)
                .single();
    }

    private void keys(TrustedNotes notes, Set<String> wanted) {
        if (!wanted.isEmpty()) {
            notes.keys().stream()
                    .filter(key -> !wanted.contains(key))
                    .forEach(key -> faults.add("notes of the chain are signed with the key " + key
                            + ", which is not the site's; if it once was, name it with --key beside the present one"));
        }
    }

    private long blocks(long last, TrustedNotes notes, LinkCheck links, FactCheck facts) {
        long blocks = 0;
        long from = 0;
        List<StoredBlock> page;
        do {
            page = page(from, last);
            for (StoredBlock block : page) {
                links.follow(block.head(), block.hash());
                if (notes.find(block.head().number()).isEmpty()) {
                    facts.block(block);
                }
                from = block.head().number();
                blocks++;
            }
        } while (page.size() == PAGE);
        return blocks;
    }

    private List<StoredBlock> page(long from, long last) {
        return reader.sql(StoredBlock.COLUMNS + " where b.number > :from and b.number <= :last order by b.number limit "
                        + PAGE)
                .param("from", from)
                .param("last", last)
                .query(StoredBlock::read)
                .list();
    }

    /** The mark moves with each block, and by itself over records that are no facts. */
    private void journal(long told) {
        long mark = reader.sql("select coalesce(max(sequence), 0) from journal_mark")
                .query(Long.class)
                .single();
        if (mark < told) {
            faults.add(
                    "the chain tells of record " + told + " of the journal, and the database has taken in no more than "
                            + mark + "; a part of it was set back");
        }
    }

    /** Explanations are made from a version's settings. */
    private void rules(Trusted note) {
        boolean changed = reader.sql("select settings from classifier_versions where version = :version")
                .param("version", note.word("version"))
                .query(String.class)
                .optional()
                .filter(settings -> Hashes.hex(Hashes.of(settings)).equals(note.word("hash")))
                .isEmpty();
        if (changed) {
            faults.add("rules " + Faults.shortened(note.word("version")) + ": their settings were changed or removed");
        }
    }

    private void restored(Trusted note) {
        faults.tell("a copy of " + note.word("made") + " was restored at " + note.moment() + ", block " + note.number()
                + "; what came after the copy was made is not in this chain");
    }
}
