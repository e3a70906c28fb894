package dev.quell.console.shell;

import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.WrittenRange;
import dev.quell.call.CallerNumber;
import dev.quell.call.CallerNumber.E164;
import dev.quell.call.CallerNumber.Internal;
import dev.quell.call.CallerNumber.Invalid;
import dev.quell.call.CallerNumber.Withheld;
import dev.quell.call.NumberReader;
import dev.quell.calllog.CallerFilter;
import dev.quell.security.masking.Masking;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Numbers as people write them in a field, and as a page shows them. */
@Component
public final class Callers {
    private static final int LONGEST = 40;

    private final NumberReader reader;
    private final MessageSource texts;

    Callers(NumberReader reader, MessageSource texts) {
        this.reader = reader;
        this.texts = texts;
    }

    /** The number that a text is: national, E.164, a short one, {@code withheld}; empty if it can be none. */
    public Optional<CallerNumber> read(String text) {
        // A + that was not escaped in an address arrives as a blank.
        String written = text.startsWith(" ") ? "+" + text.substring(1) : text;
        if (written.isBlank() || written.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.of(reader.read(written)).filter(number -> !(number instanceof Invalid));
    }

    /** How the public numbers begin that a text ending in a star means, {@code +86138*} or nationally {@code 138*}; empty if it can mean none. */
    public Optional<CallerFilter.Prefix> readPrefix(String text) {
        return text.endsWith("*") && text.length() <= LONGEST
                ? reader.readBeginning(text.replace("*", "").replaceFirst("^ ", "+"))
                        .map(CallerFilter.Prefix::new)
                : Optional.empty();
    }

    /** How the public numbers begin that a text may mean which is too short for a number and lacks the star, {@code +86755}; empty if it can mean none. */
    public Optional<CallerFilter.Prefix> readUnfinished(String text) {
        return text.isBlank() || text.length() > LONGEST
                ? Optional.empty()
                : reader.readUnfinished(text.replaceFirst("^ ", "+")).map(CallerFilter.Prefix::new);
    }

    /**
     * What a text means that is written as a range of numbers; empty if it is written otherwise.
     *
     * @throws dev.quell.blocklist.RangeFault if it is written as a range and can be none
     */
    public Optional<ListPattern> readRange(String text) {
        return WrittenRange.read(text, reader);
    }

    /** A number as a page shows it: masked for whoever may not see it whole. */
    public String show(CallerNumber caller, Tongue tongue) {
        return switch (caller) {
            case E164 number -> Masking.show(number);
            case Internal number -> Masking.show(number);
            case Invalid(String digits) ->
                texts.getMessage("word.caller.invalid", new Object[] {Masking.text(digits)}, tongue.locale());
            case Withheld withheld -> texts.getMessage("word.caller.withheld", null, tongue.locale());
        };
    }
}
