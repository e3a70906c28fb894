package dev.quell.console.agent;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.call.LiveCall;
import dev.quell.call.Printable;
import dev.quell.calllog.words.CauseWords;
import dev.quell.calllog.words.Phrases;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Language;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.console.live.CallMemory;
import dev.quell.console.live.LiveView;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagStore;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
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

    /** Of which time an agent's flags are shown, and can be taken back. */
    static final Duration SHIFT = Duration.ofHours(12);

    private static final int FLAGS = 10;
    private static final int ALL_FLAGS = 1_000;
    private static final int REASONS = 4;
    private static final int LONGEST = 60;

    private final LiveView live;
    private final CallMemory memory;
    private final CallJournal journal;
    private final FlagStore flags;
    private final Shown shown;
    private final Callers callers;
    private final Clock clock;

    MineMaker(
            LiveView live,
            CallMemory memory,
            CallJournal journal,
            FlagStore flags,
            Shown shown,
            Callers callers,
            Clock clock) {
        this.live = live;
        this.memory = memory;
        this.journal = journal;
        this.flags = flags;
        this.shown = shown;
        this.callers = callers;
        this.clock = clock;
    }

    /** What an agent sees; whichever call is shown, the agent may flag from then on. */
    Mine of(String agent, Tongue tongue) {
        Instant now = clock.instant();
        List<LiveCall> calls = live.with(agent);
        List<Flag> own = own(agent);
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
                call,
                Math.max(0, calls.size() - 1),
                own.stream().limit(FLAGS).map(flag -> raised(flag, tongue)).toList());
    }

    /** The flags of an agent's shift, newest first. */
    List<Flag> own(String agent) {
        return flags.since(clock.instant().minus(SHIFT), ALL_FLAGS).stream()
                .filter(flag -> flag.agent().equals(agent))
                .toList();
    }

    private Mine.Call live(LiveCall call, List<Flag> own, Tongue tongue, Instant now) {
        Optional<CallScreened> screened = journal.find(call.id());
        Instant since = screened.map(found -> found.call().arrivedAt()).orElse(call.since());
        return call(call.id(), true, screened, since, own, tongue, now);
    }

    private Mine.Call ended(CallConcluded call, List<Flag> own, Tongue tongue, Instant now) {
        return call(call.ended().id(), false, call.screened(), call.ended().endedAt(), own, tongue, now);
    }

    private Mine.Call call(
            CallId id,
            boolean lives,
            Optional<CallScreened> screened,
            Instant since,
            List<Flag> own,
            Tongue tongue,
            Instant now) {
        Optional<Verdict> verdict = screened.map(CallScreened::verdict);
        return new Mine.Call(
                id.toString(),
                lives,
                screened.map(found -> callers.show(found.call().caller(), tongue))
                        .orElse(""),
                screened.map(found -> text(found.call().name())).orElse(""),
                screened.map(found -> Printable.of(found.call().line().number(), LONGEST))
                        .orElse(""),
                since,
                elapsed(Duration.between(since, now)),
                verdict.isPresent(),
                verdict.map(of -> of.action().name()).orElse(""),
                verdict.map(of -> of.callClass().name()).orElse(""),
                Math.round(verdict.map(Verdict::probability).orElse(0.0) * 100),
                verdict.map(of -> words(tongue).cause(of.cause())).orElse(""),
                verdict.map(of -> why(of, tongue.language())).orElse(List.of()),
                own.stream()
                        .filter(flag ->
                                flag.call().equals(id) && flag.undoneAt().isEmpty())
                        .map(flag -> flag.reason().name())
                        .findFirst()
                        .orElse(""));
    }

    private static String text(String foreign) {
        return Masking.text(Printable.of(foreign, LONGEST));
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
                .map((Symbol symbol) -> catalogue.words(symbol, language))
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
