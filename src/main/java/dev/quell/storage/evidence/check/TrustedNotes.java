package dev.quell.storage.evidence.check;

import dev.quell.evidence.chain.BlockHead;
import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.key.KeyLines.Voucher;
import dev.quell.evidence.key.PublicKeys;
import dev.quell.storage.chain.StoredBlock;
import dev.quell.storage.chain.StoredBlock.Contents;
import dev.quell.storage.chain.StoredBlock.Listed;
import dev.quell.storage.chain.StoredBlock.Note;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The notes that are what the service wrote: of the form of one, whole, and signed with a key that an earlier note, or the note itself, brought in. Whatever else
 * stands as a note is a fault, and gives no leave for anything.
 */
final class TrustedNotes {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Notes whose details have a time of their own. */
    private static final Set<String> HANDING = Set.of("EXPORT", "HANDED");

    static final String OF_KINDS =
            StoredBlock.COLUMNS + " indexed by chain_blocks_by_kind where b.kind in (:kinds) order by b.number";

    private final Map<Long, Trusted> notes = new TreeMap<>();
    private final List<Signer> signers = new ArrayList<>();
    private final Faults faults;
    private @Nullable PublicKey key;

    private TrustedNotes(Faults faults) {
        this.faults = faults;
    }

    /**
     * A key that signed.
     *
     * @param fingerprint its
     * @param vouched whether the key before it vouches for it; false for the first
     */
    record Signer(String fingerprint, boolean vouched) {}

    /** All of them. */
    static TrustedNotes read(JdbcClient reader, Faults faults) {
        TrustedNotes read = new TrustedNotes(faults);
        read.add(reader.sql(StoredBlock.COLUMNS + " where b.kind is not null or b.note is not null order by b.number"));
        read.texts();
        return read;
    }

    /** The notes of some kinds alone, found by the index however long the chain is; those that bring keys in must be among them. */
    static TrustedNotes read(JdbcClient reader, Faults faults, Set<String> kinds) {
        TrustedNotes read = new TrustedNotes(faults);
        read.add(reader.sql(OF_KINDS).param("kinds", kinds));
        read.texts();
        return read;
    }

    private void add(JdbcClient.StatementSpec question) {
        try (Stream<StoredBlock> blocks = question.query(StoredBlock::read).stream()) {
            blocks.forEach(this::add);
        }
    }

    private void add(StoredBlock block) {
        Note note = block.note();
        if (note == null) {
            return;
        }
        Optional<Trusted> sound = formed(block, note).filter(each -> signed(block.head(), note, each));
        sound.ifPresentOrElse(
                each -> notes.put(each.number(), each),
                () -> faults.add("block " + block.head().number() + ": its note is not one that the service wrote: "
                        + Faults.shortened(note.line())));
    }

    private static Optional<Trusted> formed(StoredBlock block, Note note) {
        BlockHead head = block.head();
        Contents contents = block.contents();
        if (contents == null
                || head.count() != 1
                || !head.hash().equals(block.hash())
                || !head.root().equals(Hashes.leaf(note.line()))
                || !head.facts().equals(Hashes.hex(Hashes.of(contents.list())))
                || !contents.listed().equals(List.of(new Listed('N', head.at(), note.kind())))) {
            return Optional.empty();
        }
        try {
            JsonNode values = JSON.readTree(note.line());
            JsonNode details = JSON.readTree(note.details().isEmpty() ? "{}" : note.details());
            String wanted = values.path("details").asString("");
            boolean sound = values.path("fact").asString("").equals("note")
                    && values.path("kind").asString("").equals(note.kind())
                    && values.path("at").asLong(-1) == head.at()
                    && (note.details().isEmpty() || wanted.equals(Hashes.hex(Hashes.of(note.details()))));
            return sound ? Optional.of(new Trusted(head.number(), note.kind(), values, details)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private boolean signed(BlockHead head, Note note, Trusted values) {
        PublicKey by = key;
        if (values.kind().equals("GENESIS") == (by == null) && brings(values)) {
            by = brought(values);
        }
        boolean signed =
                by != null && PublicKeys.verifies(by, head.line().getBytes(StandardCharsets.UTF_8), note.signature());
        if (signed && by != null && !by.equals(key)) {
            signers.add(new Signer(PublicKeys.fingerprint(by), vouched(values)));
            key = by;
        }
        return signed;
    }

    private boolean vouched(Trusted brings) {
        PublicKey former = key;
        return former != null
                && PublicKeys.verifies(
                        former,
                        Voucher.text(brings.word("key")).getBytes(StandardCharsets.US_ASCII),
                        brings.word("by"));
    }

    private static boolean brings(Trusted note) {
        return note.kind().equals("GENESIS") || note.kind().equals("KEY");
    }

    private static @Nullable PublicKey brought(Trusted note) {
        try {
            return PublicKeys.ofBase64(note.word("key"));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Details go only when a note of retention has said so. */
    private void texts() {
        long before = of("RETENTION").stream()
                .mapToLong(note -> note.whole("texts", Long.MIN_VALUE))
                .max()
                .orElse(Long.MIN_VALUE);
        notes.values().stream()
                .filter(note ->
                        !note.word("details").isEmpty() && note.details().isEmpty())
                .filter(note -> !HANDING.contains(note.kind()) || note.at() >= before)
                .forEach(note -> faults.add("block " + note.number() + ": what its note told of was removed"));
    }

    /** The note of a block. */
    Optional<Trusted> find(long number) {
        return Optional.ofNullable(notes.get(number));
    }

    /** The notes of a kind, in order. */
    List<Trusted> of(String kind) {
        return notes.values().stream().filter(note -> note.kind().equals(kind)).toList();
    }

    /** The keys that signed, in order. */
    List<Signer> signers() {
        return List.copyOf(signers);
    }

    /** The last block that is signed; 0 if none is. */
    long last() {
        return notes.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
