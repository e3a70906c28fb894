package dev.quell.blocklist;

import dev.quell.call.CallerNumber.E164;
import dev.quell.call.NumberReader;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads ranges of numbers as people write them: two numbers in any form that {@link NumberReader} reads, with a dash, a tilde, 至 or 到 between them, or of the
 * second one only its last digits. A hyphen may also stand in a number: what is a number as a whole is no range.
 */
public final class WrittenRange {

    private static final int LONGEST = 100;
    private static final Pattern SURE = Pattern.compile(
            "[\\u2012-\\u2015\\u2212~\\uff5e\\u301c\\u81f3\\u5230]|[-\\uff0d](?=\\s*\\+)|(?<=\\s)[-\\uff0d](?=\\s)");
    private static final Pattern HYPHEN = Pattern.compile("[-\\uff0d]");
    private static final Pattern WRITTEN = Pattern.compile("[+0-9][0-9 ()./-]{0,39}");
    private static final Pattern SEPARATORS = Pattern.compile("[ ()./-]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

    private final String text;
    private final NumberReader numbers;

    private WrittenRange(String text, NumberReader numbers) {
        this.text = text;
        this.numbers = numbers;
    }

    /**
     * What a text means that is written as a range: the range, or the number that both ends are; empty if it is written otherwise.
     *
     * @throws RangeFault if it is written as a range and can be none
     */
    public static Optional<ListPattern> read(String text, NumberReader numbers) {
        String written = text.strip();
        return written.length() > LONGEST || written.endsWith("*")
                ? Optional.empty()
                : new WrittenRange(written, numbers).read();
    }

    private Optional<ListPattern> read() {
        if (!isNumber(text)) {
            Matcher sure = SURE.matcher(text);
            if (sure.find()) {
                return Optional.of(between(sure.start(), sure.end()));
            }
            return hyphened();
        }
        return Optional.empty();
    }

    /**
     * Which of several hyphens stands between two numbers is told by what stands on both sides; of one hyphen alone it is sure. A part of a number may be a number
     * too: what can be read in two ways means none.
     */
    private Optional<ListPattern> hyphened() {
        Matcher hyphen = HYPHEN.matcher(text);
        Set<ListPattern> meant = new LinkedHashSet<>();
        RangeFault fault = null;
        while (hyphen.find()) {
            if (number(text.substring(0, hyphen.start())).isPresent()) {
                try {
                    meant.add(between(hyphen.start(), hyphen.end()));
                } catch (RangeFault e) {
                    fault = fault == null ? e : fault;
                }
            }
        }
        if (meant.size() > 1) {
            throw RangeFault.twofold(meant);
        }
        if (meant.isEmpty() && fault != null) {
            throw fault;
        }
        return meant.stream().findFirst();
    }

    private ListPattern between(int end, int begin) {
        String from = number(text.substring(0, end)).orElseThrow(RangeFault::ends);
        String to = last(from, text.substring(begin).strip());
        return from.equals(to) ? new ListPattern.Exact(new E164(from)) : new ListPattern.Range(from, to);
    }

    /** The second number: whole if it is as long as the first one, else its last digits. */
    private String last(String from, String written) {
        Optional<String> whole = number(written);
        if (whole.isPresent() && (whole.get().length() == from.length() || written.startsWith("+"))) {
            return whole.get();
        }
        String digits = SEPARATORS.matcher(written).replaceAll("");
        if (DIGITS.matcher(digits).matches() && digits.length() < from.length() - 1) {
            return from.substring(0, from.length() - digits.length()) + digits;
        }
        return whole.orElseThrow(RangeFault::ends);
    }

    private boolean isNumber(String written) {
        return WRITTEN.matcher(written).matches() && numbers.read(written).identifies();
    }

    private Optional<String> number(String part) {
        String written = part.strip();
        return WRITTEN.matcher(written).matches() && numbers.read(written) instanceof E164(String number)
                ? Optional.of(number)
                : Optional.empty();
    }
}
