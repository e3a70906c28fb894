package dev.quell.console.sources.parts;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.call.CallerNumber;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.report.Counters;
import dev.quell.report.Counters.Word;
import dev.quell.report.SourceCalls;
import dev.quell.report.SourceCount;
import dev.quell.report.SourceWord;
import dev.quell.source.Whereabouts;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes rows of sources from counters. */
@Component
public final class SourceLines {
    private static final Set<Word> SHOWN = EnumSet.of(Word.CLASS, Word.LINE);

    private final Counters counters;
    private final BlockListService lists;
    private final Callers callers;
    private final SourceKeys keys;
    private final Whereabouts whereabouts;

    SourceLines(Counters counters, BlockListService lists, Callers callers, SourceKeys keys, Whereabouts whereabouts) {
        this.counters = counters;
        this.lists = lists;
        this.callers = callers;
        this.keys = keys;
        this.whereabouts = whereabouts;
    }

    /** Rows of at most {@link Counters#MOST_CALLERS} sources, in their order. */
    public List<SourceLine> of(List<SourceCount> sources, Period period, Tongue tongue) {
        List<CallerNumber> wanted = sources.stream().map(SourceCount::caller).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<SourceCalls> calls = counters.together(wanted, SHOWN, period.from(), period.to());
        Map<CallerNumber, List<SourceWord>> classes = words(Word.CLASS, calls);
        Map<CallerNumber, List<SourceWord>> lines = words(Word.LINE, calls);
        return sources.stream()
                .map(source -> line(
                        source,
                        Share.of(classes.getOrDefault(source.caller(), List.of())),
                        lines.getOrDefault(source.caller(), List.of()).size(),
                        tongue))
                .toList();
    }

    private static Map<CallerNumber, List<SourceWord>> words(Word by, List<SourceCalls> calls) {
        return SourceCalls.by(by, calls).stream().collect(Collectors.groupingBy(SourceWord::caller));
    }

    private SourceLine line(SourceCount source, List<Share> classes, int lines, Tongue tongue) {
        CallerNumber caller = source.caller();
        Optional<ListEntry> entry = lists.test(caller);
        return new SourceLine(
                keys.of(caller),
                callers.show(caller, tongue),
                whereabouts.region(caller, tongue.locale()),
                source.tally().calls(),
                source.nuisance(),
                source.tally().silent(),
                source.tally().noise(),
                source.flags(),
                source.tally().good(),
                classes,
                Math.min(lines, SourceLine.MOST_LINES),
                entry.map(decides -> decides.kind().name()).orElse(""),
                entry.flatMap(ListEntry::expiresAt));
    }
}
