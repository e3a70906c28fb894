package dev.quell.storage.evidence;

import dev.quell.evidence.chain.BlockHead;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKey;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.evidence.key.KeyLines;
import dev.quell.evidence.key.KeyLines.End;
import dev.quell.evidence.key.KeyLines.Leave;
import dev.quell.evidence.key.KeyLines.Voucher;
import dev.quell.storage.chain.ChainNotes;
import dev.quell.storage.chain.ChainNotes.Draft;
import dev.quell.storage.evidence.check.EndCheck;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the service may sign the chain that its database has. At the start: it has its signed beginning, or gets one; it ends where the key's file says, or a
 * person with access to that file gave leave. After that: it is the same chain still, and goes on from where it was seen. If not nothing is signed any more.
 */
public final class ChainBeginning {

    private static final Logger LOG = LoggerFactory.getLogger(ChainBeginning.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SqliteDatabase database;
    private final EvidenceKeys keys;
    private final Clock clock;
    private final RulesNotes rules;
    private BlockHead seen = BlockHead.NONE;
    private String chain = "";

    public ChainBeginning(SqliteDatabase database, EvidenceKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.rules = new RulesNotes(database, clock);
    }

    /** Tells it what it lacks; what fails is told to the log, and tried again when this is called again. */
    public void tryBegin() {
        try {
            begin();
        } catch (RuntimeException e) {
            LOG.error("Nothing can be signed: {}. Calls are screened all the same.", e.getMessage());
        }
    }

    /**
     * Tells it what it lacks, and looks whether it goes on from where it was.
     *
     * @throws EvidenceFault if the key cannot be used, or the chain is not the one that it signed
     */
    public synchronized void begin() {
        EvidenceKey key = keys.get();
        if (chain.isEmpty()) {
            String found = uid();
            start(key, found);
            chain = found;
        } else if (!uid().equals(chain)) {
            refuse("the database has another chain than at the start, " + uid());
        }
        goesOn(keys.get());
        rules.tell(key);
    }

    private String uid() {
        return database.reader()
                .sql("select uid from chain_identity")
                .query(String.class)
                .single();
    }

    private void start(EvidenceKey key, String found) {
        KeyLines lines = key.lines();
        Optional<String> signer = signer();
        Optional<Leave> leave = leave(lines, found);
        if (is(leave, Leave.BEGINNING)) {
            refuse("another chain was to begin, and that was broken off; stop Quell and run `quell chain begin` again");
        }
        boolean begins = lines.chains().isEmpty() || is(leave, Leave.BEGIN);
        if (!begins && signer.isEmpty() && lines.chains().contains(found)) {
            refuse("its beginning was signed once and is not in the database any more; somebody removed it");
        }
        if (!begins && !lines.chains().contains(found)) {
            refuse("the key has signed the chain " + String.join(", ", lines.chains())
                    + ", and the database has another, " + found);
        }
        if (signer.isEmpty()) {
            genesis(key, found, leave.map(Leave::words).orElse(Map.of()), is(leave, Leave.BEGIN));
        } else if (!signer.get().equals(key.publicBase64())) {
            followed(key, signer.get());
        }
        if (is(leave, Leave.RESTORE)) {
            leave.ifPresent(given -> restored(key, given));
        }
        if (lines.end(found).isEmpty() || leave.isPresent()) {
            keys.ends(found, end());
        }
        keys.leave(Optional.empty());
    }

    /** What a person gave leave for. Leave for a restore that did not come about, or that the chain was told of already, is passed over. */
    private Optional<Leave> leave(KeyLines lines, String found) {
        Optional<Leave> given = lines.leave()
                .filter(each -> each.chain().equals(found) || each.chain().isEmpty());
        boolean stale = is(given, Leave.RESTORE) && !given.map(Leave::end).equals(Optional.of(end()));
        return stale ? Optional.empty() : given;
    }

    private static boolean is(Optional<Leave> leave, String kind) {
        return leave.filter(given -> given.kind().equals(kind)).isPresent();
    }

    /** The public key that the newest beginning or change of key names. */
    private Optional<String> signer() {
        return database.reader()
                .sql(
                        "select note from chain_blocks where kind in ('GENESIS', 'KEY') and note is not null order by number desc limit 1")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .optional()
                .map(note -> JSON.readTree(note).path("key").asString(""));
    }

    private BlockHead last() {
        return new ChainWay(database.reader()).last().orElse(BlockHead.NONE);
    }

    private End end() {
        BlockHead last = last();
        return new End(last.number(), last.number() == 0 ? "" : last.hash());
    }

    private void goesOn(EvidenceKey key) {
        EndCheck check = new EndCheck(database.reader(), key.fingerprint());
        Optional<End> kept = key.lines().end(chain).filter(end -> end.number() > 0);
        if (kept.isPresent() && !check.has(kept.get().number(), kept.get().hash())) {
            refuse("block " + kept.get().number() + ", which was told to be its end, is not in the database any more"
                    + unsigned());
        }
        if (seen.number() > 0 && !check.has(seen.number(), seen.hash())) {
            refuse("block " + seen.number() + ", which was its end a minute ago, is not in the database any more");
        }
        seen = last();
    }

    /** What was taken in since the last signature, by somebody who does not sign: an older version, or this one while it may not. */
    private String unsigned() {
        return database.reader()
                .sql("select coalesce(sum(count), 0), min(at), max(at) from chain_blocks where number >"
                        + " (select coalesce(max(number), 0) from chain_blocks where kind is not null)")
                .query((row, index) -> row.getLong(1) == 0
                        ? ""
                        : ", and " + row.getLong(1) + " facts of calls from " + Instant.ofEpochMilli(row.getLong(2))
                                + " to " + Instant.ofEpochMilli(row.getLong(3))
                                + " were written by a version that does not sign, or while nothing was signed")
                .single();
    }

    private void refuse(String why) {
        String sentence = "the chain over the call log is not the one that the key signed: " + why
                + ". Keep the database and its backups as they are, look into it, and then restore a copy, or stop Quell and run `quell chain look`, which says whether rows were changed or an older copy was put in place, and what to choose";
        keys.stop(sentence);
        throw new EvidenceFault(sentence);
    }

    /** The beginning and the holds that go over into it are one change. */
    private void genesis(EvidenceKey key, String found, Map<String, String> words, boolean let) {
        Map<String, Object> values = new TreeMap<>(words);
        values.put(
                "before",
                database.reader()
                        .sql("select before from chain_identity")
                        .query(Long.class)
                        .single());
        values.put("chain", found);
        values.put("key", key.publicBase64());
        values.put("earlier", key.lines().chains());
        List<Draft> drafts = new ArrayList<>(List.of(new Draft("GENESIS", clock.millis(), values)));
        if (let) {
            List<String> former = key.lines().chains();
            drafts.addAll(CarriedHolds.drafts(
                    database.reader(),
                    former.isEmpty() ? "" : former.getLast(),
                    words.getOrDefault("who", ""),
                    clock.millis()));
        }
        database.writeOn(connection -> {
                    for (Draft draft : drafts) {
                        ChainNotes.write(connection, key, draft);
                    }
                    return drafts.size();
                })
                .join();
        LOG.info("The chain over the call log begins: {}, signed with the key {}", found, key.fingerprint());
    }

    private void followed(EvidenceKey key, String former) {
        Map<String, Object> values = new TreeMap<>(Map.of("key", key.publicBase64(), "former", former));
        key.lines()
                .voucher()
                .filter(word -> word.key().equals(former))
                .map(Voucher::signature)
                .ifPresent(signature -> values.put("by", signature));
        write(key, new Draft("KEY", clock.millis(), values));
        LOG.warn("The chain's notes are signed with another key from now on: {}", key.fingerprint());
    }

    private void restored(EvidenceKey key, Leave leave) {
        Map<String, Object> values = new TreeMap<>(leave.words());
        values.put("number", leave.end().number());
        values.put("hash", leave.end().hash());
        write(key, new Draft("RESTORE", clock.millis(), values));
        LOG.warn("The chain has a note that it goes on from an earlier end: {}", values);
    }

    private void write(EvidenceKey key, Draft draft) {
        database.writeOn(connection -> ChainNotes.write(connection, key, draft)).join();
    }
}
