package dev.quell.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes inputs of seeds: a few changes each, of bytes, words, lines and numbers. The same seed number gives the same inputs. */
final class Mutator {

    /** What has broken readers of text before. */
    static final List<String> EVIL = List.of(
            "\n",
            "\r\n",
            "\r\n\r\n",
            "\r",
            "\u0000",
            "\t",
            " ",
            "\"",
            "'",
            "\\",
            ",",
            ";",
            ":",
            "=",
            "&",
            "%",
            "{",
            "}",
            "[",
            "]",
            "${SHELL(id)}",
            "\u001b[31m",
            "\u202e",
            "\ufeff",
            "\ufffd",
            "\u2028",
            "\u00a0",
            "１３８",
            "王",
            "\ud83d\ude00",
            "%0d%0a",
            "%zz",
            "+86",
            "0086",
            "-1",
            "0",
            "1e9999",
            "NaN",
            "null",
            "true",
            "99999999999999999999",
            "-9223372036854775808",
            "9223372036854775807",
            "=1+1",
            "@SUM(1)",
            "<script>",
            "../../etc/passwd",
            "1970-01-01",
            "+999999999-12-31T23:59:59Z");

    private static final int LONGEST = 65_536;

    private final Random random;
    private final List<byte[]> seeds;
    private final List<byte[]> words;

    Mutator(List<byte[]> seeds, List<String> words, long seed) {
        this.seeds = seeds;
        this.random = new Random(seed);
        List<String> all = new ArrayList<>(EVIL);
        all.addAll(words);
        this.words =
                all.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /** The next input, at most 64 KiB. */
    byte[] next() {
        byte[] input = pick(seeds);
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            input = changed(input);
        }
        return input.length <= LONGEST ? input : Arrays.copyOf(input, LONGEST);
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + 1 + random.nextInt(16));
        return switch (random.nextInt(10)) {
            case 0 -> put(input, from, to, new byte[] {(byte) random.nextInt(256)});
            case 1 -> put(input, from, to, new byte[0]);
            case 2, 3 -> put(input, from, from, pick(words));
            case 4 -> put(input, from, to, pick(words));
            case 5 -> put(input, from, from, Arrays.copyOfRange(input, from, to));
            case 6 -> put(input, from, from, repeated());
            case 7 -> lines(input);
            case 8 -> digits(input);
            default -> spliced(input, from);
        };
    }

    private byte[] repeated() {
        byte[] word = pick(words);
        int times = 1 << random.nextInt(12);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(word);
        }
        return out.toByteArray();
    }

    /** A line twice, away, or in another's place. */
    private byte[] lines(byte[] input) {
        List<String> lines = new ArrayList<>(Arrays.asList(text(input).split("(?<=\n)", -1)));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.add(random.nextInt(lines.size() + 1), lines.get(at));
            case 1 -> lines.remove(at);
            default -> lines.set(random.nextInt(lines.size()), lines.get(at));
        }
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Another number in a number's place. */
    private byte[] digits(byte[] input) {
        String text = text(input);
        int from = random.nextInt(text.length() + 1);
        while (from < text.length() && !Character.isDigit(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        String number = Long.toString(random.nextLong() >> random.nextInt(63));
        return put(input, from, to, number.getBytes(StandardCharsets.US_ASCII));
    }

    /** The beginning of one and the end of another. */
    private byte[] spliced(byte[] input, int from) {
        byte[] other = pick(seeds);
        int begin = random.nextInt(other.length + 1);
        return put(input, from, input.length, Arrays.copyOfRange(other, begin, other.length));
    }

    private static byte[] put(byte[] input, int from, int to, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + with.length);
        out.write(input, 0, from);
        out.writeBytes(with);
        out.write(input, to, input.length - to);
        return out.toByteArray();
    }

    private byte[] pick(List<byte[]> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
