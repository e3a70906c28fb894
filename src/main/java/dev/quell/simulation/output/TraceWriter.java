package dev.quell.simulation.output;

import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Language;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.simulation.stage.FinishedCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes what was decided about the calls of some callers, and why: one line a call, in the order of the calls' ends. */
public final class TraceWriter implements Consumer<FinishedCall> {

    private final Catalogue catalogue = Catalogue.shipped();
    private final Set<String> who;
    private final Appendable out;

    /** For callers such as {@code harassers-3}, or all callers of scenarios such as {@code heze}. */
    public TraceWriter(Set<String> who, Appendable out) {
        this.who = Set.copyOf(who);
        this.out = out;
    }

    @Override
    public void accept(FinishedCall call) {
        if (who.contains(call.person().id()) || who.contains(call.person().scenario())) {
            try {
                out.append(line(call)).append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String line(FinishedCall call) {
        Verdict verdict = call.decided().verdict();
        String flag = call.course()
                .flag()
                .map(raised -> " flag=" + raised.reason() + " by " + raised.agent())
                .orElse("");
        String block =
                call.concluded().block().map(made -> " block=" + made.reason()).orElse("");
        return String.format(
                Locale.ROOT,
                "%s (%s, %s) call %d %s %s over %s: %s cause=%s class=%s p=%.3f %s; way=%s outcome=%s (%s)%s%s",
                call.person().id(),
                call.person().nuisance() ? "nuisance" : "good",
                call.person().identity().words(),
                call.ordinal(),
                call.decided().call().arrivedAt(),
                call.decided().call().line().name(),
                call.decided().call().trunk(),
                call.decided().applied(),
                verdict.cause(),
                verdict.callClass(),
                verdict.probability(),
                verdict.symbols().stream().map(this::symbol).collect(Collectors.joining(" ", "[", "]")),
                call.course().way().stream().map(Enum::name).collect(Collectors.joining("-")),
                call.concluded().outcome(),
                call.concluded().because(),
                flag,
                block);
    }

    private String symbol(Symbol symbol) {
        return String.format(
                Locale.ROOT,
                "%s(%+.2f of %+.2f){%s}",
                symbol.name(),
                symbol.counted(),
                symbol.weight(),
                catalogue.words(symbol, Language.ENGLISH));
    }
}
