package dev.quell.call;

import dev.quell.call.CallerNumber.E164;
import dev.quell.call.CallerNumber.Internal;
import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.testing.ShippedSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A number as a network or a person writes it: read without an exception, short, the same when it is read again, kept under a key that leads back; and a number
 * has only digits that were written, so that no two different ones meet.
 */
public final class NumberFuzz implements FuzzTarget {

    private static final Pattern SEPARATORS = Pattern.compile("[ ()./-]");
    /** What may stand before a national number: codes of carriers, of the country and of the way abroad, and the trunk's 0. */
    private static final Pattern BEFORE = Pattern.compile("\\+?(00)?(86|0|1(?:[12][0-9]|79)[0-9]{2})*");

    private final NumberReader chinese = reader("CN");
    private final NumberReader german = reader("DE");

    private static NumberReader reader(String region) {
        return new NumberReader(ShippedSettings.of("quell.call", CallSettings.class, "region", region));
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                        "13800138000",
                        "+8613800138000",
                        "008613800138000",
                        "010 12345678",
                        "8001",
                        "+4930123456",
                        "anonymous",
                        "+86 (10) 1234-5678",
                        "12593 13800138000")
                .stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public List<String> words() {
        return List.of(
                "+",
                "00",
                "86",
                "0",
                "17951",
                "12593",
                ";ext=",
                "x123",
                "tel:",
                ";phone-context=",
                "+1",
                "+39",
                "*",
                "#",
                "w",
                "a",
                "1-800-FLOWERS");
    }

    @Override
    public void read(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        check(chinese, text, true);
        check(german, text, false);
    }

    private static void check(NumberReader reader, String text, boolean home) {
        CallerNumber number = reader.read(text);
        Holds.that(number.key().matches("\\+[1-9][0-9]{3,14}|i:[0-9]{2,6}|x:[0-9]{0,20}|withheld"), "a key", number);
        Holds.that(CallerNumber.ofKey(number.key()).equals(number), "the key leads back", number);
        Holds.that(reader.read(text, "prohib_passed").equals(new CallerNumber.Withheld()), "kept back is kept back");
        if (number.identifies()) {
            Holds.that(reader.read(number.toString()).equals(number), "the same when read again", number);
        }
        if (home) {
            onlyWhatWasWritten(SEPARATORS.matcher(text.strip()).replaceAll(""), number);
        }
    }

    private static void onlyWhatWasWritten(String written, CallerNumber number) {
        switch (number) {
            case E164(String e164) -> {
                String digits = e164.substring(1);
                boolean foreign = !digits.startsWith("86")
                        && written.endsWith(digits.substring(Math.max(0, digits.length() - 4)));
                boolean national = digits.startsWith("86")
                        && written.endsWith(digits.substring(2))
                        && BEFORE.matcher(written.substring(0, written.length() - digits.length() + 2))
                                .matches();
                Holds.that(foreign || national, "only digits that were written", written, e164);
            }
            case Internal(String digits) ->
                Holds.that(written.equals(digits), "the short number that was written", written);
            case CallerNumber.Invalid invalid -> Holds.that(invalid.digits().length() <= 20, "few digits");
            case CallerNumber.Withheld withheld -> Holds.that(written.length() < 40, "a word or nothing", written);
        }
    }
}
