package dev.quell.evidence.pack;

import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.chain.Merkle;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks the facts of a pack against the chain in it. For one pack; {@link #chain} comes first. */
final class ProofCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> faults = new ArrayList<>();
    private final Map<Long, String> roots = new HashMap<>();
    private final Map<Long, Fact> facts = new HashMap<>();
    private String head = "";
    private int count;

    /** What a fact says of its call. */
    record Fact(String kind, String id, String caller, long arrived) {}

    List<String> faults() {
        return List.copyOf(faults);
    }

    int count() {
        return count;
    }

    String head() {
        return head;
    }

    /** The facts by their lines, from 1. */
    Map<Long, Fact> facts() {
        return facts;
    }

    /** Each block but the first must be named by one that came before it, or by a note of blocks that were dropped. */
    void chain(BufferedReader chain, List<String> notes) throws IOException {
        Set<String> named = new HashSet<>();
        Map<String, String> over = over(notes);
        int number = 0;
        for (String line = chain.readLine(); line != null; line = chain.readLine()) {
            number++;
            String hash = Hashes.hex(Hashes.of(line));
            if (number == 1) {
                head = hash;
            } else if (!named.contains(hash)) {
                faults.add("chain.jsonl line " + number
                        + ": no block before it names it; it was changed, or one was removed");
            }
            try {
                JsonNode block = JSON.readTree(line);
                name(named, over, block.path("previous").asString(""));
                name(named, over, block.path("back").asString(""));
                roots.put(block.path("number").asLong(-1), block.path("root").asString(""));
            } catch (JacksonException e) {
                faults.add("chain.jsonl line " + number + ": it is no JSON");
            }
        }
        if (number == 0) {
            faults.add("chain.jsonl: it is empty");
        }
        for (int line = 0; line < notes.size(); line++) {
            if (!roots.containsValue(Hashes.leaf(notes.get(line)))) {
                faults.add("dropped.jsonl line " + (line + 1) + ": it is not in the chain");
            }
        }
    }

    private static void name(Set<String> named, Map<String, String> over, String hash) {
        for (String each = hash; each != null && named.add(each); each = over.get(each)) {
            if (each.isEmpty()) {
                return;
            }
        }
    }

    /** For the hash of the last block of a dropped range that of the block before it. */
    private Map<String, String> over(List<String> notes) {
        Map<String, String> over = new HashMap<>();
        for (int line = 0; line < notes.size(); line++) {
            try {
                JSON.readTree(notes.get(line))
                        .path("ranges")
                        .forEach(range -> over.put(
                                range.path(3).asString(""), range.path(2).asString("")));
            } catch (JacksonException e) {
                faults.add("dropped.jsonl line " + (line + 1) + ": it is no JSON");
            }
        }
        return over;
    }

    /** Each fact must lead to the root of its block. */
    void facts(BufferedReader lines, BufferedReader proofs) throws IOException {
        @Nullable String line = lines.readLine();
        @Nullable String proof = proofs.readLine();
        while (line != null && proof != null) {
            count++;
            try {
                JsonNode fact = JSON.readTree(line);
                Fact read = new Fact(
                        fact.path("fact").asString(""),
                        fact.path("id").asString(""),
                        fact.path("caller").asString(""),
                        fact.path("arrived_at").asLong(0));
                facts.put((long) count, read);
                if (!proved(line, JSON.readTree(proof))) {
                    faults.add("facts.jsonl line " + count + " (call " + read.id()
                            + "): its proof does not lead to its block's root");
                }
            } catch (JacksonException | IllegalArgumentException e) {
                faults.add("facts.jsonl or proofs.jsonl line " + count + ": it is not of the form of one");
            }
            line = lines.readLine();
            proof = proofs.readLine();
        }
        if (line != null || proof != null) {
            faults.add("facts.jsonl and proofs.jsonl have not the same number of lines");
        }
    }

    private boolean proved(String fact, JsonNode proof) {
        byte[] leaf = Hashes.leaf(fact.getBytes(StandardCharsets.UTF_8));
        List<String> path =
                proof.path("path").valueStream().map(step -> step.asString("")).toList();
        return Hashes.hex(leaf).equals(proof.path("leaf").asString(""))
                && Hashes.hex(Merkle.follow(leaf, path))
                        .equals(roots.get(proof.path("block").asLong(-1)));
    }

    /**
     * Each note of a pack must be in the chain, and its details be those that it has the hash of.
     *
     * @return what the last one tells, which is this pack's; an empty object if there is none
     */
    JsonNode custody(List<String> notes, List<String> details) {
        JsonNode last = JSON.createObjectNode();
        if (notes.isEmpty() || notes.size() != details.size()) {
            faults.add("custody.jsonl: it has " + notes.size() + " notes, and custody-details.jsonl has "
                    + details.size());
        }
        Set<String> proved = new HashSet<>(roots.values());
        for (int line = 0; line < Math.min(notes.size(), details.size()); line++) {
            if (!proved.contains(Hashes.leaf(notes.get(line)))) {
                faults.add("custody.jsonl line " + (line + 1) + ": it is not in the chain");
            }
            try {
                String wanted = JSON.readTree(notes.get(line)).path("details").asString("");
                if (!wanted.equals(Hashes.hex(Hashes.of(details.get(line))))) {
                    faults.add(
                            "custody-details.jsonl line " + (line + 1) + ": it is not what its note has the hash of");
                }
                last = JSON.readTree(details.get(line));
            } catch (JacksonException e) {
                faults.add("custody.jsonl or custody-details.jsonl line " + (line + 1) + ": it is no JSON");
            }
        }
        return last;
    }
}
