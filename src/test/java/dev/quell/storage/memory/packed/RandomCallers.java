package dev.quell.storage.memory.packed;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.Conduct;
import dev.quell.call.Disturbance;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import dev.quell.history.CallerRecord;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Callers with anything in them, ordinary and hostile, the same for the same seed. */
final class RandomCallers {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00.123Z");
    private static final List<String> TEXTS = List.of(
            "",
            "12345",
            "sip-provider",
            "||",
            "198.51.100.7|Dialler/2.1|alaw",
            "张三",
            "\ud800",
            "\udc00\ud800x",
            "\0",
            "\uffff".repeat(300),
            "a".repeat(256),
            "a".repeat(257));
    private static final List<String> LINKED_IDS = List.of(
            "1763800000.12",
            "0.0",
            "00.1",
            "1.01",
            "1.",
            ".1",
            "pbx-1763800000.7",
            "pbx1763800000.7",
            "1763800000",
            "a.b",
            "999999999999999999.999999999999999999",
            "9999999999999999999.1",
            "1.9999999999999999999",
            "..",
            "_.-",
            "9".repeat(96));

    private final Random random;

    RandomCallers(long seed) {
        this.random = new Random(seed);
    }

    CallerRecord caller(int mostCalls) {
        List<PastCall> calls = new ArrayList<>();
        for (int i = random.nextInt(mostCalls + 1); i > 0; i--) {
            calls.add(call());
        }
        calls.sort(Comparator.comparing(PastCall::arrivedAt));
        List<PastFlag> flags = new ArrayList<>();
        for (int i = random.nextInt(4) - 1; i > 0; i--) {
            flags.add(new PastFlag(time(), text(), text(), random.nextBoolean() ? 1 : random.nextDouble()));
        }
        return new CallerRecord(calls, flags);
    }

    PastCall call() {
        return new PastCall(
                new CallId(random.nextBoolean() ? "pbx" : "pbx-" + random.nextInt(50_000), linkedId()),
                time(),
                text(),
                one(Profile.values()),
                text(),
                text(),
                one(Attestation.values()),
                duration(),
                duration(),
                one(HangupSide.values()),
                one(CallOutcome.values()),
                some(Conduct.class),
                some(Disturbance.class));
    }

    private String linkedId() {
        return random.nextInt(4) == 0
                ? LINKED_IDS.get(random.nextInt(LINKED_IDS.size()))
                : (1_763_000_000L + random.nextInt(1_000_000)) + "." + random.nextInt(1_000_000);
    }

    private Instant time() {
        return random.nextInt(50) == 0
                ? Instant.ofEpochMilli(random.nextLong() >> 14)
                : NOW.minusMillis(random.nextInt(3) == 0 ? random.nextInt(5_000) : random.nextLong(15_552_000_000L));
    }

    private Duration duration() {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofMillis(-random.nextInt(10_000));
            case 2 -> Duration.ofMillis(random.nextLong() >> 2);
            default -> Duration.ofMillis(random.nextInt(600_000));
        };
    }

    private String text() {
        return switch (random.nextInt(3)) {
            case 0 -> TEXTS.get(random.nextInt(TEXTS.size()));
            case 1 -> "400" + random.nextInt(20);
            default ->
                random.ints(random.nextInt(12), 0, 0x10000)
                        .collect(StringBuilder::new, (text, unit) -> text.append((char) unit), StringBuilder::append)
                        .toString();
        };
    }

    private <E> E one(E[] values) {
        return values[random.nextInt(values.length)];
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type) {
        EnumSet<E> set = EnumSet.noneOf(type);
        for (E each : type.getEnumConstants()) {
            if (random.nextInt(4) == 0) {
                set.add(each);
            }
        }
        return set;
    }
}
