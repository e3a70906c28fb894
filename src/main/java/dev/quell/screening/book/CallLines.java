package dev.quell.screening.book;

import dev.quell.call.CallEnded;
import dev.quell.call.Conduct;
import dev.quell.call.WayStep;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Language;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.whatif.Circumstances;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The two log lines of a call, logger {@code quell.calls}: one when it was screened, one when it has ended. Each is a word and then {@code key=value},
 * always the same keys in the same order, so that {@code grep 'caller=+8613800138000 '} and {@code grep 'cause=burst-listen'} find calls.
 *
 * <pre>
 * screened call=pbx:1763800000.12 caller=+8613800138000 line=4001 trunk=carrier action=LISTEN applied=LISTEN(enforce) cause=burst-listen class=SILENT
 *   p=0.15 margin=- decisive=BURST_LISTEN symbols=[SILENT_RATE(+1.53){4 of 4 answered calls silent} SILENT_STREAK(+0.18){4 silent calls in a row}
 *   BURST_LISTEN(+0.00){4 silent calls in 30 min}] case=10492837 rules=r1-9c0f2a41 took=0.9ms
 * ended call=pbx:1763800000.12 caller=+8613800138000 line=4001 trunk=carrier way=LISTEN-RELEASE answered=21s agent=- talk=0s packets=1050 side=other
 *   outcome=SILENT conduct=SILENT_TO_PROMPTS class=SILENT p=0.72 because="listened to until release: packets came and no speech"
 * </pre>
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><td>call</td><td>the Asterisk's name and its linkedid</td></tr>
 * <tr><td>caller</td><td>E.164, a short number, {@code invalid:digits} or {@code withheld}</td></tr>
 * <tr><td>action</td><td>the verdict: PASS, TAG, CHALLENGE, LISTEN, DETER, REJECT</td></tr>
 * <tr><td>applied</td><td>what was done, and why it is that: enforce, observe, holdout, floor</td></tr>
 * <tr><td>cause</td><td>the rule of precedence that set the action: score, emergency, allow-list, known-customer, block-list, a counted rule's name,
 * protected-line, line-never-listens, deterrent-full</td></tr>
 * <tr><td>p</td><td>probability that the call is a nuisance; the sum of the symbols gives it</td></tr>
 * <tr><td>margin</td><td>what the evidence would have to weigh more or less, in natural-log odds, for the next milder action, or the next harder one of a
 * call that is let through; {@code -} if the score does not decide</td></tr>
 * <tr><td>decisive</td><td>the strongest symbol without which the action would have been another; {@code -} if no single one decides</td></tr>
 * <tr><td>symbols</td><td>the evidence, strongest first: name(weight that counted){why}</td></tr>
 * <tr><td>way</td><td>the stations in the dialplan; {@code -} if none were told</td></tr>
 * <tr><td>agent, talk</td><td>the agent's interface and the seconds with that agent; {@code -} if none or not known</td></tr>
 * <tr><td>outcome, because</td><td>what the caller did, and how that is known</td></tr>
 * <tr><td>conduct</td><td>what else the caller did, words joined by commas; {@code -} if nothing</td></tr>
 * <tr><td>class, p</td><td>in {@code ended}: as known at the end, with what was heard in the call; {@code -} for an unscreened call</td></tr>
 * </table>
 */
final class CallLines {

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private CallLines() {}

    static String screened(CallScreened call, Alternatives alternatives) {
        Verdict verdict = call.verdict();
        Alternatives.Words words =
                alternatives.of(verdict, Circumstances.of(call.call().line()));
        return new LogLine("screened")
                .field("call", call.call().id())
                .field("caller", call.call().caller())
                .foreign("line", call.call().line().number())
                .foreign("trunk", call.call().trunk())
                .field("action", verdict.action())
                .field("applied", call.applied() + "(" + call.appliedBecause() + ")")
                .field("cause", verdict.cause())
                .field("class", verdict.callClass())
                .field("p", p(verdict.probability()))
                .field("margin", words.margin())
                .field("decisive", words.decisive())
                .field("symbols", symbols(verdict.symbols()))
                .field("case", call.caseNumber())
                .field("rules", verdict.version())
                .field("took", Decimals.one(call.took().toNanos() / 1e6) + "ms")
                .toString();
    }

    static String ended(CallConcluded call) {
        CallEnded end = call.ended();
        OptionalLong packets = end.packets();
        return new LogLine("ended")
                .field("call", end.id())
                .field("caller", call.caller())
                .foreign("line", call.line())
                .foreign("trunk", call.trunk())
                .field("way", way(end.way()))
                .field("answered", end.answered().toSeconds() + "s")
                .foreign("agent", end.agent())
                .field(
                        "talk",
                        end.withAgent().map(talk -> talk.toSeconds() + "s").orElse("-"))
                .field("packets", packets.isPresent() ? packets.getAsLong() : "-")
                .field("side", end.side().name().toLowerCase(Locale.ROOT))
                .field("outcome", call.outcome())
                .field("conduct", conduct(call))
                .field("class", call.hindsight().map(v -> v.callClass().name()).orElse("-"))
                .field("p", call.hindsight().map(v -> p(v.probability())).orElse("-"))
                .field("because", '"' + call.because() + '"')
                .toString();
    }

    private static String symbols(List<Symbol> symbols) {
        StringBuilder text = new StringBuilder("[");
        for (Symbol symbol : symbols) {
            text.append(text.length() > 1 ? " " : "")
                    .append(symbol.name())
                    .append('(')
                    .append(Decimals.signed(symbol.counted()))
                    .append("){")
                    .append(CATALOGUE.words(symbol, Language.ENGLISH))
                    .append('}');
        }
        return text.append(']').toString();
    }

    private static String p(double probability) {
        return Decimals.two(probability);
    }

    private static String conduct(CallConcluded call) {
        String words = call.conduct().stream().map(Conduct::name).sorted().collect(Collectors.joining(","));
        return words.isEmpty() ? "-" : words;
    }

    private static String way(List<WayStep> way) {
        return way.isEmpty() ? "-" : way.stream().map(WayStep::name).collect(Collectors.joining("-"));
    }
}
