package dev.quell.storage.evidence.check;

import dev.quell.evidence.ChainFindings;
import dev.quell.evidence.ChainReport;
import dev.quell.evidence.KnownElsewhere;
import dev.quell.evidence.chain.Hashes;
import dev.quell.storage.chain.StoredBlock;
import dev.quell.storage.evidence.check.TrustedNotes.Signer;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks through a whole chain and all calls, and names what was changed, removed, inserted or reordered. For one run. */
public final class ChainCheck {

    private static final int PAGE = 64;

    private final JdbcClient reader;
    private final Faults faults = new Faults();
    private final LongConsumer pace;

    /** Over a database that does not change meanwhile, or only at the chain's end. */
    public ChainCheck(JdbcClient reader) {
        this(reader, block -> {});
    }

    /**
     * The same beside other work.
     *
     * @param pace told now and then the block that is reached; it may rest, and what it throws ends the look
     */
    public ChainCheck(JdbcClient reader, LongConsumer pace) {
        this.reader = reader;
        this.pace = pace;
    }

    /** How many of the faults that {@link #run} found an older copy, or a version that does not sign, leaves as well. */
    long explained() {
        return faults.explained();
    }

    /**
     * Looks through all of it.
     *
     * @param known what is known of it from elsewhere
     */
    public ChainReport run(KnownElsewhere known) {
        String chain =
                reader.sql("select uid from chain_identity").query(String.class).single();
        long last = last();
        TrustedNotes notes = TrustedNotes.read(reader, faults);
        new SignersCheck(notes, faults).look(known.keys());
        Gaps gaps = new Gaps(notes);
        LinkCheck links = new LinkCheck(gaps, faults);
        long ever = notes.of("RETENTION").stream()
                .mapToLong(note -> note.whole("ever", Long.MIN_VALUE))
                .max()
                .orElse(Long.MIN_VALUE);
        FactCheck facts = new FactCheck(reader, faults, ever);
        long blocks = blocks(last, notes, links, facts);
        RowCheck rows = new RowCheck(reader, faults);
        rows.rows(last, facts::pointed);
        new BeginningCheck(faults, known).look(notes, chain);
        EarlierCheck earlier = new EarlierCheck(reader, faults, ever, rows::inserted, rows::unplaced);
        earlier.look(notes);
        HoldCheck holds = new HoldCheck(reader, faults);
        holds.holds(notes);
        holds.kept(notes);
        journal(links.journal());
        notes.of("RULES").forEach(this::rules);
        notes.of("RESTORE").forEach(this::restored);
        new HeadCheck(reader, faults, gaps, notes, known).look(chain);
        return new ChainReport(
                chain,
                blocks,
                facts.facts(),
                earlier.calls(),
                facts.removed() + links.dropped() + earlier.removed(),
                last == 0 ? "" : links.last(),
                last,
                notes.last(),
                notes.signers().stream().map(Signer::fingerprint).toList(),
                faults.unproved(),
                faults.notices(),
                faults.faults(),
                faults.faulty());
    }

    private long last() {
        return reader.sql("select coalesce(max(number), 0) from chain_blocks")
                .query(Long.class)
                .single();
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
            pace.accept(from);
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

    private static String found(String words) {
        return words.isEmpty() ? "" : " (found then: " + words + ")";
    }

    private void restored(Trusted note) {
        String made = note.word("made");
        faults.tell("the chain goes on from block " + note.whole("number", 0) + " since " + note.moment() + ", block "
                + note.number() + ": "
                + (made.isEmpty()
                        ? Faults.shortened(note.word("who")) + " accepted that, " + Faults.shortened(note.word("why"))
                                + found(note.word(ChainFindings.FOUND))
                        : "a copy of " + Faults.shortened(made) + " was restored")
                + "; what came after that is not in this chain");
    }
}
