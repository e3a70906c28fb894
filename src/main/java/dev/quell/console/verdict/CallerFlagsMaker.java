package dev.quell.console.verdict;

import dev.quell.call.CallerNumber;
import dev.quell.calllog.LoggedCall;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagQuery;
import dev.quell.flag.FlagStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the flags that stand against a caller: of one that shows no number only a call's own, for all such callers would be one. */
@Component
public final class CallerFlagsMaker {
    private static final int MOST = 100;

    private final FlagStore flags;

    CallerFlagsMaker(FlagStore flags) {
        this.flags = flags;
    }

    /** Those against a source. */
    public CallerFlags of(CallerNumber caller) {
        return CallerFlags.of(standing(caller), Optional.empty(), caller.identifies());
    }

    /** Those against a call's caller, the call's own first. */
    public CallerFlags of(LoggedCall call) {
        List<Flag> own = flags.of(call.id()).stream()
                .filter(flag -> flag.undoneAt().isEmpty())
                .toList();
        Stream<Flag> others =
                standing(call.caller()).stream().filter(flag -> !flag.call().equals(call.id()));
        return CallerFlags.of(
                Stream.concat(own.stream(), others).toList(),
                Optional.of(call.id()),
                call.caller().identifies());
    }

    private List<Flag> standing(CallerNumber caller) {
        return caller.identifies() ? flags.page(FlagQuery.standingOn(caller, MOST)) : List.of();
    }
}
