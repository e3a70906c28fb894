package dev.quell.console.verdict;

import dev.quell.call.CallId;
import dev.quell.call.Printable;
import dev.quell.call.SaidFor;
import dev.quell.flag.Flag;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The flags that stand against a caller, as a page shows them.
 *
 * @param rows the first of them: those on the page's own call, then the newest
 * @param agents how many agents raised them all; 0 if the caller shows no number, so that these are only the call's
 * @param words keys of the reasons' texts, each once
 */
public record CallerFlags(List<Raised> rows, long agents, List<String> words) {
    private static final int ROWS = 10;
    private static final int LONGEST = 200;

    public CallerFlags {
        rows = List.copyOf(rows);
        words = List.copyOf(words);
    }

    /**
     * A flag that stands.
     *
     * @param call the call it was raised on; empty if that is the page's own
     */
    public record Raised(long id, String call, String agent, String reason, String note, Instant at) {
        static Raised of(Flag flag, Optional<CallId> own) {
            return new Raised(
                    flag.id(),
                    own.filter(flag.call()::equals).isPresent()
                            ? ""
                            : flag.call().toString(),
                    Masking.text(Printable.of(flag.agent(), LONGEST)),
                    flag.reason().name(),
                    Masking.text(Printable.of(flag.note(), LONGEST)),
                    flag.at());
        }
    }

    static CallerFlags of(List<Flag> flags, Optional<CallId> own, boolean known) {
        return new CallerFlags(
                flags.stream().limit(ROWS).map(flag -> Raised.of(flag, own)).toList(),
                known
                        ? flags.stream()
                                .map(flag -> SaidFor.voice(flag.agent()))
                                .distinct()
                                .count()
                        : 0,
                flags.stream()
                        .map(flag -> "word.flag." + flag.reason())
                        .distinct()
                        .toList());
    }
}
