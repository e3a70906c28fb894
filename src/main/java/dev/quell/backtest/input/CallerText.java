package dev.quell.backtest.input;

import dev.quell.backtest.input.InputSettings.Callers;
import dev.quell.backtest.input.RecordedCaller.Opaque;
import dev.quell.backtest.input.RecordedCaller.Telephone;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.CallerNumber.E164;
import dev.quell.call.CallerNumber.Withheld;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.NumberReader;
import dev.quell.call.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the caller of a record. What was read last is kept, for callers call again; the memory of it is bounded. */
final class CallerText {

    private static final int KEPT = 100_000;
    private static final int LONGEST = 128;

    private final boolean numbers;
    private final boolean plusIsNumber;
    private final NumberReader reader;
    private final Map<String, RecordedCaller> read = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RecordedCaller> eldest) {
            return size() > KEPT;
        }
    };

    CallerText(InputSettings settings, InputFormat format) {
        this.numbers = settings.callers() == Callers.NUMBERS
                || (settings.callers() == Callers.BY_FORMAT && format.ofAsterisk());
        this.plusIsNumber = settings.callers() == Callers.BY_FORMAT;
        this.reader = new NumberReader(new CallSettings(
                settings.region(),
                Set.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                new CallSettings.DefaultLine(Profile.STANDARD, ListenPolicy.SUSPECTS, BlockedPolicy.DETER)));
    }

    /** The caller that a text means. */
    RecordedCaller read(String text) throws LineFault {
        RecordedCaller known = read.get(text);
        if (known == null) {
            known = numbers ? new Telephone(reader.read(text)) : other(text);
            read.put(text, known);
        }
        return known;
    }

    private RecordedCaller other(String text) throws LineFault {
        if (text.length() > LONGEST) {
            throw LineFault.of(Column.CALLER, text, "longer than 128 characters; write a number or a short identity");
        }
        CallerNumber number = text.isEmpty() || text.startsWith("+") ? reader.read(text) : new Withheld();
        boolean plain = text.isEmpty() || (plusIsNumber && number instanceof E164);
        return plain ? new Telephone(number) : withheldOr(text);
    }

    /** "anonymous" and the like stay withheld: an opaque caller is somebody. */
    private RecordedCaller withheldOr(String text) {
        boolean word = plusIsNumber && text.chars().allMatch(c -> Character.isLetter(c) || c == '-');
        return word && reader.read(text) instanceof Withheld none ? new Telephone(none) : new Opaque(text);
    }
}
