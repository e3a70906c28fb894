package dev.quell.storage.evidence;

import dev.quell.evidence.KeptFact;
import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.chain.Place;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.storage.evidence.BlockCache.Opened;
import dev.quell.storage.journal.RowFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A call's verdict and end as the chain has them, made anew from its row and compared with the chain. For one thread. */
final class KeptFacts {

    private final RowFacts lines = new RowFacts();
    private final BlockCache blocks;
    private final EarlierProof earlier;

    /** @param key the fingerprint of the key that signs now */
    KeptFacts(JdbcClient reader, String key) {
        blocks = new BlockCache(reader);
        earlier = new EarlierProof(reader, key);
    }

    /**
     * The facts of a row; none if it is from before the chain.
     *
     * @throws EvidenceFault if the row is not what the chain has, or had when it began
     */
    List<KeptFact> of(Map<String, Object> row) {
        List<KeptFact> facts = new ArrayList<>();
        if (!earlier.proves(row)) {
            throw broken(row);
        }
        if (row.get("chain_v") != null) {
            facts.add(fact(row, "chain_v"));
        }
        if (row.get("chain_e") != null) {
            facts.add(fact(row, "chain_e"));
        }
        return facts;
    }

    private KeptFact fact(Map<String, Object> row, String column) {
        boolean verdict = column.equals("chain_v");
        long packed = RowMap.whole(row, column);
        if (packed < 0) {
            throw broken(row);
        }
        Place place = Place.of(packed);
        Opened block = blocks.find(place.block()).orElseThrow(() -> broken(row));
        boolean listed = place.index() < block.listed().size()
                && block.listed().get(place.index()).kind() == (verdict ? 'V' : 'E')
                && block.listed().get(place.index()).id().equals(row.get("id"));
        if (!listed) {
            throw broken(row);
        }
        byte[] salt = block.contents().salt(place.index());
        byte[] line = verdict ? lines.verdict(row, salt) : lines.end(row, salt);
        if (!Arrays.equals(Hashes.leaf(line), block.contents().leaf(place.index()))) {
            throw broken(row);
        }
        return new KeptFact(
                new String(line, StandardCharsets.UTF_8), place, block.tree().path(place.index()));
    }

    private static EvidenceFault broken(Map<String, Object> row) {
        return new EvidenceFault("the row of call " + row.get("id")
                + " is not what the chain has, so no pack is made of it; look with `quell verify` what was changed");
    }
}
