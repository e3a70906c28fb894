package dev.quell.storage.redis.traffic;

import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.traffic.TrafficFact;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What another instance saw, a line: read, or refused with an exception that its reader takes for a foreign line; what was read is written the same. */
public final class FactFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return List.of(
                        "A\t+8613800138000\ttrunk\t12300\t1795338360123\ttrue",
                        "E\ti:8001\tt\t1\t1795338360123\tSILENT\t2000\tCALLER\t1795338362123",
                        "F\twithheld\tt\t\t1795338360123\tfalse")
                .stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public List<String> words() {
        return List.of("\t", "A\t", "E\t", "F\t", "+86", "i:", "x:", "9223372036854775807", "-1");
    }

    @Override
    public void read(byte[] input) {
        TrafficFact fact;
        try {
            fact = FactText.read(new String(input, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IndexOutOfBoundsException refused) {
            return;
        }
        Holds.that(FactText.read(FactText.write(fact)).getClass() == fact.getClass(), "the same kind again", fact);
        Holds.that(
                FactText.write(FactText.read(FactText.write(fact))).equals(FactText.write(fact)),
                "the same when it is read again",
                fact);
    }
}
