package dev.quell.backtest.input;

import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.fuzz.Torn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Records of another system: each line counted once, a bad one in a printable sentence, calls in the order of their start, an unknown form refused with what would be right. */
public final class RecordFuzz implements FuzzTarget {

    private final RecordReader reader = new RecordReader(InputSettings.recognising(ZoneOffset.UTC, "CN"));

    @Override
    public List<byte[]> seeds() {
        return List.of(
                bytes(
                        "caller,callee,start,duration,disposition,label\n+8613800138000,12300,2026-11-01 08:00:00,12,ANSWERED,silent\n"
                                + "13800138001,12300,2026-11-01T08:00:05Z,3.5,NO ANSWER,\n"),
                bytes("+8613800138000,12300,17,silent\nabc,12300,3,\n"),
                bytes("+8613800138000,silent\nabc,good\n"),
                bytes(
                        "\"\",\"13800138000\",\"12300\",\"in\",\"\"\"A\"\" <13800138000>\",\"PJSIP/t-1\",\"PJSIP/a-1\",\"Dial\",\"x\","
                                + "\"2026-11-01 08:00:00\",\"2026-11-01 08:00:02\",\"2026-11-01 08:00:09\",9,7,\"ANSWERED\",\"DOCUMENTATION\",\"1.1\",\"\"\n"),
                bytes(
                        "\"CHAN_START\",\"1793520000.000001\",\"\",\"13800138000\",\"\",\"\",\"\",\"12300\",\"in\",\"PJSIP/t-1\",\"\",\"\",\"3\",\"\",\"1.1\",\"1.1\",\"\",\"\"\n"
                                + "\"HANGUP\",\"1793520009.000001\",\"\",\"13800138000\",\"\",\"\",\"\",\"12300\",\"in\",\"PJSIP/t-1\",\"\",\"\",\"3\",\"\",\"1.1\",\"1.1\",\"\",\"{\"\"hangupcause\"\":16}\"\n"));
    }

    @Override
    public List<String> words() {
        return List.of(
                "\"\"",
                "ANSWERED",
                "NO ANSWER",
                "2026-11-01 08:00:00",
                "1793520000",
                "0000-00-00",
                "caller,",
                "count",
                "start",
                "CHAN_END",
                "LINKEDID_END",
                "1.1",
                "1e9",
                "silent",
                "-0.0001");
    }

    @Override
    public void read(byte[] input) throws Exception {
        String whole = read(new ByteArrayInputStream(input));
        String torn = read(new Torn(input, Arrays.hashCode(input)));
        Holds.that(whole.equals(torn), "the same however it is cut", whole, torn);
    }

    private String read(InputStream in) throws IOException {
        Ear ear = new Ear();
        InputSummary summary;
        try {
            summary = reader.read("input", in, ear);
        } catch (IllegalArgumentException refused) {
            Holds.oneLine(refused.getMessage(), 1000);
            return "refused: " + refused.getMessage();
        }
        Holds.that(ear.skipped == summary.skipped(), "each bad line told", summary);
        Holds.that(ear.given == summary.records(), "each record given", summary, ear.given);
        Holds.that(
                summary.records() + summary.skipped() <= Math.max(summary.lines(), 0), "no record of no line", summary);
        return summary.toString();
    }

    private static final class Ear implements RecordSink {
        private Instant before = Instant.MIN;
        private long given;
        private long skipped;

        @Override
        public void call(RecordedCall call) {
            Holds.that(!call.start().isBefore(before), "in order of start", call.start(), before);
            before = call.start();
            given++;
            key(call.caller());
        }

        @Override
        public void count(CallerCount count) {
            given++;
            key(count.caller());
        }

        @Override
        public void label(RecordedCaller caller, Label label) {
            given++;
            key(caller);
        }

        private static void key(RecordedCaller caller) {
            Holds.that(caller.key().length() <= 130, "a short key");
        }

        @Override
        public void skipped(BadLine line) {
            skipped++;
            Holds.that(line.lineNumber() >= 1, "a line's number", line);
            Holds.oneLine(line.fault(), 400);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
