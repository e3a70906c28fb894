package dev.quell.evidence.key;

import dev.quell.evidence.chain.Canonical;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a key's file tells beside the key, out of reach of whoever can write the database alone.
 *
 * @param chains the chains whose beginning it has signed, oldest first
 * @param ends where each chain ended when it was told last
 * @param leave what the next start may do, once
 * @param voucher the word of the key before it
 */
public record KeyLines(List<String> chains, Map<String, End> ends, Optional<Leave> leave, Optional<Voucher> voucher) {

    /** Nothing beside the key. */
    public static final KeyLines NONE = new KeyLines(List.of(), Map.of(), Optional.empty(), Optional.empty());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public KeyLines {
        chains = List.copyOf(chains);
        ends = Collections.unmodifiableMap(new LinkedHashMap<>(ends));
    }

    /**
     * A block that is told to be the last.
     *
     * @param number from 1; 0 for a chain without blocks
     * @param hash of the block
     */
    public record End(long number, String hash) {}

    /**
     * What a person with access to the key's file lets the next start do.
     *
     * @param kind {@link #BEGIN}, {@link #BEGINNING} or {@link #RESTORE}
     * @param chain of which chain; empty for whichever the database has
     * @param end where the chain must end for it; of no meaning for {@link #BEGIN}
     * @param words what the chain is told of it
     */
    public record Leave(String kind, String chain, End end, Map<String, String> words) {

        /** To begin a chain although the key has begun another. */
        public static final String BEGIN = "BEGIN";

        /** None yet: another chain was to begin, and the former one is not cleared away. */
        public static final String BEGINNING = "BEGINNING";

        /** To go on from an earlier end. */
        public static final String RESTORE = "RESTORE";

        public Leave {
            words = Map.copyOf(words);
        }

        private static Leave read(String json) {
            try {
                return of(JSON.readTree(json));
            } catch (JacksonException e) {
                throw new IllegalArgumentException("its leave is damaged", e);
            }
        }

        private static Leave of(JsonNode told) {
            Map<String, String> words = new TreeMap<>();
            told.path("words")
                    .properties()
                    .forEach(word -> words.put(word.getKey(), word.getValue().asString("")));
            return new Leave(
                    told.path("kind").asString(""),
                    told.path("chain").asString(""),
                    new End(told.path("number").asLong(0), told.path("hash").asString("")),
                    words);
        }

        private String text() {
            return Canonical.of(
                    Map.of("kind", kind, "chain", chain, "number", end.number(), "hash", end.hash(), "words", words));
        }
    }

    /**
     * The word of a key for the one that follows it.
     *
     * @param key the former public key, its DER in Base64
     * @param signature by that key of {@link #text}, in hexadecimal
     */
    public record Voucher(String key, String signature) {

        /** What a key signs for the one that follows it. */
        public static String text(String next) {
            return "quell: the next key is " + next;
        }
    }

    /** Where a chain ended when it was told last. */
    public Optional<End> end(String chain) {
        return Optional.ofNullable(ends.get(chain));
    }

    /** The same with a chain that ends there now. */
    KeyLines ending(String chain, End end) {
        List<String> all = new ArrayList<>(chains);
        if (!all.contains(chain)) {
            all.add(chain);
        }
        Map<String, End> told = new LinkedHashMap<>(ends);
        told.put(chain, end);
        return new KeyLines(all, told, leave, voucher);
    }

    /** The same with other leave. */
    KeyLines with(Optional<Leave> given) {
        return new KeyLines(chains, ends, given, voucher);
    }

    /** The same for the key that follows. */
    KeyLines vouched(Voucher word) {
        return new KeyLines(chains, ends, leave, Optional.of(word));
    }

    /** Reads what {@link #text} gives; lines of other words are passed over. */
    static KeyLines read(String text) {
        List<String> chains = new ArrayList<>();
        Map<String, End> ends = new LinkedHashMap<>();
        Optional<Leave> leave = Optional.empty();
        Optional<Voucher> voucher = Optional.empty();
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("chain ")) {
                chains.add(words[1]);
            } else if (line.startsWith("end ") && words.length == 4) {
                ends.put(words[1], new End(Long.parseLong(words[2]), words[3]));
            } else if (line.startsWith("leave ")) {
                leave = Optional.of(Leave.read(line.substring("leave ".length())));
            } else if (line.startsWith("former ") && words.length == 3) {
                voucher = Optional.of(new Voucher(words[1], words[2]));
            }
        }
        return new KeyLines(chains, ends, leave, voucher);
    }

    /** A line each. */
    String text() {
        StringBuilder text = new StringBuilder();
        chains.forEach(chain -> text.append("chain ").append(chain).append('\n'));
        ends.forEach((chain, end) -> text.append("end ")
                .append(chain)
                .append(' ')
                .append(end.number())
                .append(' ')
                .append(end.hash())
                .append('\n'));
        leave.ifPresent(given -> text.append("leave ").append(given.text()).append('\n'));
        voucher.ifPresent(word -> text.append("former ")
                .append(word.key())
                .append(' ')
                .append(word.signature())
                .append('\n'));
        return text.toString();
    }
}
