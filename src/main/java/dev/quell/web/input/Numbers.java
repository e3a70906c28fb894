package dev.quell.web.input;

import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.WrittenRange;
import dev.quell.call.CallerNumber;
import dev.quell.call.CallerNumber.Invalid;
import dev.quell.call.NumberReader;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads numbers as people write them: national, E.164, a short number, {@code withheld}. */
@Component
public final class Numbers {
    private static final Pattern INVALID = Pattern.compile("invalid:[0-9]{0,20}");
    /** Each + that was not escaped in a query arrives as a blank. */
    private static final Pattern UNESCAPED = Pattern.compile("^ ([0-9]{4,15})- ([0-9]{4,15})$");

    private static final Pattern WRITTEN = Pattern.compile("[+0-9][0-9 ()./-]{0,39}|withheld|anonymous");

    private final NumberReader reader;

    public Numbers(NumberReader reader) {
        this.reader = reader;
    }

    /**
     * What a text means that is written as a range of numbers; empty if it is written otherwise.
     *
     * @throws dev.quell.blocklist.RangeFault if it is written as a range and can be none
     */
    public Optional<ListPattern> range(String text) {
        return WrittenRange.read(UNESCAPED.matcher(text).replaceFirst("+$1-+$2"), reader);
    }

    /**
     * A caller.
     *
     * @throws IllegalArgumentException with what would be right
     */
    public CallerNumber caller(String text) {
        if (INVALID.matcher(text).matches()) {
            return new Invalid(text.substring("invalid:".length()));
        }
        // A + that was not escaped in a query arrives as a blank.
        String written = text.startsWith(" ") ? "+" + text.substring(1) : text;
        if (WRITTEN.matcher(written).matches()) {
            CallerNumber number = reader.read(written);
            if (!(number instanceof Invalid)) {
                return number;
            }
        }
        throw new IllegalArgumentException(
                Clean.shown(text)
                        + " is not a possible number; write +8613800138000, 13800138000, a short number such as 8001, or withheld");
    }
}
