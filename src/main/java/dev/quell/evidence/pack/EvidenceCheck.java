package dev.quell.evidence.pack;

import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallerNumber;
import dev.quell.call.Printable;
import dev.quell.evidence.pack.ProofCheck.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what evidence.json says in words with the facts, and with the note that the chain has of the pack. */
final class EvidenceCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ORDER = List.of("source", "from", "to", "who", "why", "by");

    private final List<String> faults = new ArrayList<>();
    private final Map<Long, Fact> facts;
    private final Set<Long> left;
    private long unchained;

    /** @param facts by their lines */
    EvidenceCheck(Map<Long, Fact> facts) {
        this.facts = facts;
        this.left = new HashSet<>(facts.keySet());
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many calls have no facts. */
    long unchained() {
        return unchained;
    }

    /**
     * Compares.
     *
     * @param custody what the chain's note of the pack tells
     */
    void compare(InputStream evidence, JsonNode custody) throws IOException {
        try {
            JsonNode told = JSON.readTree(evidence);
            for (String name : ORDER) {
                if (!told.path(name).asString("").equals(custody.path(name).asString("-"))) {
                    faults.add("evidence.json: its " + name + " is not what the chain's note of the pack says");
                }
            }
            if (told.path("calls").size() != custody.path("calls").asInt(-1)) {
                faults.add("evidence.json: it has " + told.path("calls").size()
                        + " calls, and the chain's note of the pack "
                        + custody.path("calls").asInt(-1));
            }
            ListPattern source = ListPattern.parse(told.path("source").asString(""));
            Instant from = Instant.parse(told.path("from").asString(""));
            Instant to = Instant.parse(told.path("to").asString(""));
            told.path("calls").forEach(call -> call(call, source, from, to));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            faults.add("evidence.json: it is not of the form of one");
        }
        left.forEach(line -> faults.add("facts.jsonl line " + line + ": no call of evidence.json has it"));
    }

    private void call(JsonNode call, ListPattern source, Instant from, Instant to) {
        String id = call.path("id").asString("");
        String name = "evidence.json call " + Printable.of(id, 100);
        String caller = call.path("caller").asString("");
        Instant arrived = Instant.parse(call.path("arrived").asString(""));
        if (!source.matches(CallerNumber.ofKey(caller)) || arrived.isBefore(from) || !arrived.isBefore(to)) {
            faults.add(name + ": it is not of the source and the period that were asked for");
        }
        if (call.path("facts").isEmpty()) {
            unchained++;
            return;
        }
        boolean verdict = false;
        for (JsonNode place : call.path("facts")) {
            Fact fact = facts.get(place.asLong());
            left.remove(place.asLong());
            if (fact == null || !fact.id().equals(id)) {
                faults.add(name + ": line " + place.asLong() + " of facts.jsonl is of another call");
            } else if (fact.kind().equals("verdict")) {
                verdict = true;
                agree(name, fact, caller, arrived);
            } else if (!verdict && call.path("facts").size() == 1) {
                agree(name, fact, caller, arrived);
            }
        }
    }

    /** A call that was screened again has its first arrival in words, and its last in the fact. */
    private void agree(String name, Fact fact, String caller, Instant arrived) {
        if (!fact.caller().equals(caller)
                || Instant.ofEpochMilli(fact.arrived()).isBefore(arrived)) {
            faults.add(name + ": its caller or its arrival is not what its fact says");
        }
    }
}
