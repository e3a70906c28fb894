package dev.quell.storage.evidence.check;

import dev.quell.evidence.KnownElsewhere;
import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.key.KeyLines.End;
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
    private final KnownElsewhere known;
    private long held;

    HeadCheck(JdbcClient reader, Faults faults, Gaps gaps, TrustedNotes notes, KnownElsewhere known) {
        this.reader = reader;
        this.faults = faults;
        this.gaps = gaps;
        this.restores = notes.of("RESTORE");
        this.known = known;
    }

    /**
     * Compares.
     *
     * @param chain which one is looked at
     */
    void look(String chain) {
        for (String line : known.heads()) {
            Matcher told = FORM.matcher(line);
            while (told.find()) {
                head(told.group(1), told.group(2), told.group(3), chain);
            }
        }
        if (!known.heads().isEmpty()) {
            faults.tell(held + " heads that were told earlier are in the chain");
        }
        known.file()
                .flatMap(file -> file.end(chain))
                .filter(end -> end.number() > 0)
                .ifPresent(this::kept);
        if (held == 0) {
            faults.unproved(
                    "the chain's end was compared with no head that was told earlier, so that a part of it may"
                            + " have been cut off; let it be run by somebody who may read the key's file, or name a log with --heads");
        }
    }

    /** The key's file has the head that was told last. */
    private void kept(End end) {
        if (isHere(end.number(), end.hash())) {
            held++;
        } else {
            faults.explained(
                    "block " + end.number()
                            + ", which the key's file has as the chain's end, is not in the chain; the chain was cut off or built anew");
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
                foreign(name, read.path("chain").asString(""));
            } else if (isHere(number, hash)) {
                held++;
            } else {
                absent(name, Instant.parse(at), number);
            }
        } catch (JacksonException | DateTimeException e) {
            faults.add("a line that tells a head is damaged: " + Faults.shortened(block));
        }
    }

    private void foreign(String name, String other) {
        String shown = Faults.shortened(other);
        if (known.formerly().contains(other)) {
            faults.tell(name + ": it is of another chain, " + shown);
        } else {
            faults.add(name + ": it is of another chain, " + shown
                    + "; if people know what became of that one name it: --formerly " + shown);
        }
    }

    private boolean isHere(long number, String hash) {
        return EndCheck.there(reader, number, hash) || EndCheck.covers(gaps, number, hash);
    }

    /** What came after the copy that was restored is gone; people must say that they wanted it. */
    private void absent(String name, Instant at, long number) {
        Optional<Trusted> restored = restores.stream()
                .filter(note -> note.whole("number", Long.MAX_VALUE) < number && at.toEpochMilli() <= note.at())
                .findFirst();
        if (restored.isEmpty()) {
            faults.add(name + ": it is not in the chain; the chain was cut off or built anew");
        } else if (known.restored().contains(restored.get().number())) {
            faults.tell(
                    name + ": it is gone since the restore of " + restored.get().moment());
        } else {
            faults.add(
                    name + ": it is gone since the restore of " + restored.get().moment()
                            + "; if people wanted that restore name its block: --restored "
                            + restored.get().number());
        }
    }
}
