package dev.quell.console.agent;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.call.LiveCall;
import dev.quell.calllog.words.CauseWords;
import dev.quell.calllog.words.Phrases;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Language;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.console.live.CallMemory;
import dev.quell.console.live.LiveView;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Times;
import dev.quell.console.shell.Tongue;
import dev.quell.console.verdict.ScorePart;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags;
import dev.quell.screening.CallConcluded;
import dev.quell.security.masking.Masking;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what the page shows an agent. */
@Component
final class MineMaker {
    /** How long a call that has ended can still be flagged from the page. */
    static final Duration LATELY = Duration.ofMinutes(15);

    private static final int FLAGS = 10;
    private static final int REASONS = 4;

    private final LiveView live;
    private final CallMemory memory;
    private final AgentRecords records;
    private final Shown shown;
    private final Callers callers;
    private final Clock clock;

    MineMaker(LiveView live, CallMemory memory, AgentRecords records, Shown shown, Callers callers, Clock clock) {
        this.live = live;
        this.memory = memory;
        this.records = records;
        this.shown = shown;
        this.callers = callers;
        this.clock = clock;
    }

    /** What an agent sees; whichever call is shown, the agent may flag from then on. */
    Mine of(String agent, Tongue tongue) {
        Instant now = clock.instant();
        List<LiveCall> calls = live.with(agent);
        Optional<List<Flag>> flags = records.own(agent);
        List<Flag> own = flags.orElse(List.of());
        Optional<Mine.Call> call = calls.isEmpty()
                ? memory.lastOf(agent)
                        .filter(last -> last.ended().endedAt().isAfter(now.minus(LATELY)))
                        .map(last -> ended(last, own, tongue, now))
                : Optional.of(live(calls.getFirst(), own, tongue, now));
        call.ifPresent(each -> shown.note(agent, CallId.parse(each.id())));
        return new Mine(
                now,
                agent,
                live.sees(),
                flags.isPresent(),
                call,
                Math.max(0, calls.size() - 1),
                own.stream().limit(FLAGS).map(flag -> raised(flag, tongue)).toList());
    }

    private Mine.Call live(LiveCall call, List<Flag> own, Tongue tongue, Instant now) {
        Optional<Facts> facts = records.screened(call.id())
                .map(Facts::of)
                .or(() -> records.met(call.id()).map(Facts::of));
        Instant since = facts.map(Facts::arrived).orElse(call.since());
        return call(call.id(), true, facts, since, own, tongue, now);
    }

    private Mine.Call ended(CallConcluded call, List<Flag> own, Tongue tongue, Instant now) {
        Optional<Facts> facts = call.screened().map(Facts::of);
        return call(call.ended().id(), false, facts, call.ended().endedAt(), own, tongue, now);
    }

    private Mine.Call call(
            CallId id,
            boolean lives,
            Optional<Facts> facts,
            Instant since,
            List<Flag> own,
            Tongue tongue,
            Instant now) {
        Optional<Verdict> verdict = facts.flatMap(Facts::verdict);
        Optional<FlagReason> flag = own.stream()
                .filter(each -> each.call().equals(id) && each.undoneAt().isEmpty())
                .map(Flag::reason)
                .findFirst();
        return new Mine.Call(
                id.toString(),
                lives,
                facts.map(of -> callers.show(of.caller(), tongue)).orElse(""),
                facts.map(of -> Masking.text(of.name())).orElse(""),
                facts.map(Facts::line).orElse(""),
                since,
                elapsed(Duration.between(since, now)),
                facts.isPresent(),
                facts.map(of -> of.action().name()).orElse(""),
                facts.map(of -> of.callClass().name()).orElse(""),
                facts.map(Facts::percent).orElse(0L),
                verdict.filter(of -> ScorePart.of(of.cause()) != ScorePart.DECIDED)
                        .isEmpty(),
                verdict.map(of -> words(tongue).cause(of.cause())).orElse(""),
                verdict.map(of -> why(of, tongue.language())).orElse(List.of()),
                flag.map(FlagReason::name).orElse(""),
                flag.map(of -> Flags.Destination.of(of).name()).orElse(""));
    }

    private static CauseWords words(Tongue tongue) {
        return new CauseWords(Phrases.in(tongue.language()), Catalogue.shipped());
    }

    /** What speaks for a nuisance; what speaks for the caller needs no explanation to an agent. */
    private static List<String> why(Verdict verdict, Language language) {
        Catalogue catalogue = Catalogue.shipped();
        return verdict.symbols().stream()
                .filter(symbol -> symbol.counted() > 0 || symbol.family().actsBesideTheModel())
                .limit(REASONS)
                .map((Symbol symbol) -> catalogue.words(symbol, language, Times.minutes()))
                .toList();
    }

    private Mine.Raised raised(Flag flag, Tongue tongue) {
        CallerNumber caller = flag.caller();
        return new Mine.Raised(
                flag.id(),
                flag.call().toString(),
                callers.show(caller, tongue),
                flag.reason().name(),
                flag.at(),
                flag.undoneAt().isEmpty());
    }

    private static String elapsed(Duration time) {
        Duration since = time.isNegative() ? Duration.ZERO : time;
        return String.format(Locale.ROOT, "%d:%02d", since.toMinutes(), since.toSecondsPart());
    }
}
