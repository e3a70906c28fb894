package dev.quell.backtest.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader gave out. */
final class Heard implements RecordSink {

    static final InputSettings UTC = InputSettings.recognising(ZoneOffset.UTC, "CN");

    final List<RecordedCall> calls = new ArrayList<>();
    final List<CallerCount> counts = new ArrayList<>();
    final List<String> labels = new ArrayList<>();
    final List<BadLine> skipped = new ArrayList<>();
    InputSummary summary;

    static Heard file(String name, InputSettings settings) {
        Heard heard = new Heard();
        try {
            heard.summary = new RecordReader(settings).read(Path.of("src/test/resources/backtest", name), heard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard;
    }

    static Heard text(String text) {
        return text(text, UTC);
    }

    static Heard text(String text, InputSettings settings) {
        return bytes(text.getBytes(StandardCharsets.UTF_8), settings);
    }

    static Heard bytes(byte[] bytes, InputSettings settings) {
        Heard heard = new Heard();
        try {
            heard.summary = new RecordReader(settings).read("text", new ByteArrayInputStream(bytes), heard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard;
    }

    static InputSettings in(String zone) {
        return InputSettings.recognising(ZoneId.of(zone), "CN");
    }

    /** The calls in short: caller, callee, seconds after 2026-11-22T11:52:00Z, lasted, answered, disposition, side, line. */
    List<String> inShort() {
        return calls.stream().map(Heard::line).toList();
    }

    private static String line(RecordedCall call) {
        long after = call.start().getEpochSecond() - 1795348320L;
        return String.format(
                Locale.ROOT,
                "%s>%s +%d %s/%s %s %s %s line %d",
                call.caller().key(),
                call.callee(),
                after,
                call.lasted().toString().substring(2),
                call.answered().toString().substring(2),
                call.disposition(),
                call.side(),
                call.trunk(),
                call.lineNumber());
    }

    @Override
    public void call(RecordedCall call) {
        calls.add(call);
    }

    @Override
    public void count(CallerCount count) {
        counts.add(count);
    }

    @Override
    public void label(RecordedCaller caller, Label label) {
        labels.add(caller.key() + " " + label);
    }

    @Override
    public void skipped(BadLine line) {
        skipped.add(line);
    }
}
