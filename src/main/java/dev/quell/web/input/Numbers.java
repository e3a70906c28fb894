package dev.quell.web.input;

import dev.quell.call.CallerNumber;
import dev.quell.call.CallerNumber.Invalid;
import dev.quell.call.NumberReader;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads numbers as people write them: national, E.164, a short number, {@code withheld}. */
@Component
public final class Numbers {
    private static final Pattern INVALID = Pattern.compile("invalid:[0-9]{0,20}");
    private static final Pattern WRITTEN = Pattern.compile("[+0-9][0-9 ()./-]{0,39}|withheld|anonymous");

    private final NumberReader reader;

    public Numbers(NumberReader reader) {
        this.reader = reader;
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
