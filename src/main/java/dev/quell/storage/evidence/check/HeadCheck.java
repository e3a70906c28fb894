package dev.quell.storage.evidence.check;

import dev.quell.evidence.chain.Hashes;
import dev.quell.storage.evidence.DroppedBlocks.Range;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether heads that were told earlier, to the log or elsewhere, are in the chain. */
final class HeadCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern FORM = Pattern.compile("CHAIN HEAD (\\S+) sha256 ([0-9a-f]{64}) block (\\{[^{}]*})");

    private final JdbcClient reader;
    private final Faults faults;
    private final Gaps gaps;
    private final List<Trusted> restores;
    private long held;

    HeadCheck(JdbcClient reader, Faults faults, Gaps gaps, TrustedNotes notes) {
        this.reader = reader;
        this.faults = faults;
        this.gaps = gaps;
        this.restores = notes.of("RESTORE");
    }

    /**
     * Compares.
     *
     * @param lines of logs; those that tell no head are passed over
     * @param chain which one is looked at
     */
    void heads(List<String> lines, String chain) {
        for (String line : lines) {
            Matcher told = FORM.matcher(line);
            while (told.find()) {
                head(told.group(1), told.group(2), told.group(3), chain);
            }
        }
        if (!lines.isEmpty()) {
            faults.tell(held + " heads that were told earlier are in the chain");
        }
    }

    private void head(String at, String hash, String block, String chain) {
        try {
            JsonNode read = JSON.readTree(block);
            long number = read.path("number").asLong(0);
            String name = "the head of " + at + ", block " + number;
            if (!Hashes.hex(Hashes.of(block)).equals(hash)) {
                faults.add(name + ": the line is damaged, its hash is not that of its block");
            } else if (!read.path("chain").asString("").equals(chain)) {
                faults.tell(name + ": it is of another chain, "
                        + Faults.shortened(read.path("chain").asString("")));
            } else if (isHere(number, hash)) {
                held++;
            } else {
                absent(name, Instant.parse(at), number);
            }
        } catch (JacksonException | DateTimeException e) {
            faults.add("a line that tells a head is damaged: " + Faults.shortened(block));
        }
    }

    private boolean isHere(long number, String hash) {
        Optional<Range> gap = gaps.of(number);
        boolean there = reader.sql("select exists (select 1 from chain_blocks where number = :number and hash = :hash)")
                .param("number", number)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
        return there
                || gap.filter(range -> range.to() != number || range.hash().equals(hash))
                        .isPresent();
    }

    /** What came after the copy that was restored is gone, and the note of the restore says so. */
    private void absent(String name, Instant at, long number) {
        Optional<Trusted> restored = restores.stream()
                .filter(note -> note.number() <= number && at.toEpochMilli() <= note.at())
                .findFirst();
        if (restored.isPresent()) {
            faults.tell(name + ": it is gone since a copy was restored at "
                    + restored.get().moment());
        } else {
            faults.add(name + ": it is not in the chain; the chain was cut off or built anew");
        }
    }
}
