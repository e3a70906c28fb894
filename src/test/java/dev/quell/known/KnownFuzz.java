package dev.quell.known;

import dev.quell.call.CallSettings;
import dev.quell.call.NumberReader;
import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.known.KnownCaller.Origin;
import dev.quell.testing.ShippedSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A site's file of customers: each line a caller who can be kept, or a fault with its line in a printable sentence. */
public final class KnownFuzz implements FuzzTarget {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final KnownCallers callers;
    private final KnownCsv csv;

    public KnownFuzz() {
        CallSettings calls = ShippedSettings.of("quell.call", CallSettings.class);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        callers = new KnownCallers(
                new MemoryKnownCallers(),
                calls,
                ShippedSettings.of("quell.known-callers", KnownCallerSettings.class),
                clock);
        csv = new KnownCsv(new NumberReader(calls), callers, clock);
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                bytes(
                        "number,kind,until\n13800138000,customer,2027-01-01\n+8613900139000,open-ticket,2026-12-01T08:00:00+08:00\n"),
                bytes("\ufeff# ours\n\"8001\",,\n13800138001,dialled,2026-11-23\n"));
    }

    @Override
    public List<String> words() {
        return List.of("customer", "open_ticket", "dialled", "+999999999-12-31T23:59:59Z", "9999-12-31", "\"", ",,,");
    }

    @Override
    public void read(byte[] input) {
        List<String> lines = new String(input, StandardCharsets.UTF_8).lines().toList();
        KnownCsv.Reading reading = csv.read(lines, Origin.FILE, "customers.csv");
        Holds.that(
                reading.known().size() + reading.faults().size() == reading.lines(), "each line is counted", reading);
        for (KnownCsv.LineFault fault : reading.faults()) {
            Holds.that(fault.line() >= 1 && fault.line() <= lines.size(), "the number of a line", fault);
            Holds.oneLine(fault.fault(), 300);
        }
        callers.fileSays(reading.known());
        for (KnownCaller known : reading.known()) {
            Holds.that(known.holds(NOW), "one that holds now", known);
            known.until().ifPresent(end -> Holds.that(end.toEpochMilli() > 0, "an end that a store can keep", end));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
