package dev.quell.screening;

import dev.quell.call.CallEnded;
import dev.quell.call.WayStep;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The two log lines of a call, logger {@code quell.calls}: one when it was screened, one when it has ended. Each is a word and then {@code key=value},
 * always the same keys in the same order, so that {@code grep 'caller=+8613800138000 '} and {@code grep 'cause=burst-listen'} find calls.
 *
 * <pre>
 * screened call=pbx:1763800000.12 caller=+8613800138000 line=4001 trunk=carrier action=LISTEN applied=LISTEN(enforce) cause=burst-listen class=SILENT
 *   p=0.21 symbols=[SILENT_RATE(+1.52){4 of 4 answered calls silent} BURST_LISTEN(+0.00){4 silent calls in 30 min}] case=10492837 rules=r1-9c0f2a41 took=0.9ms
 * ended call=pbx:1763800000.12 caller=+8613800138000 line=4001 trunk=carrier way=LISTEN-RELEASE answered=21s agent=- talk=- packets=1050 side=other
 *   outcome=SILENT because="listened to, packets came and no speech"
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
 * <tr><td>symbols</td><td>the evidence, strongest first: name(weight that counted){why}</td></tr>
 * <tr><td>way</td><td>the stations in the dialplan; {@code -} if none were told</td></tr>
 * <tr><td>agent, talk</td><td>the agent's interface and the seconds with that agent; {@code -} if none or not known</td></tr>
 * <tr><td>outcome, because</td><td>what the caller did, and how that is known</td></tr>
 * </table>
 */
final class CallLines {

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.:;/@+*-]");

    private CallLines() {}

    static String screened(CallScreened call) {
        Verdict verdict = call.verdict();
        return "screened call=%s caller=%s line=%s trunk=%s action=%s applied=%s(%s) cause=%s class=%s p=%.2f symbols=[%s] case=%s rules=%s took=%.1fms"
                .formatted(
                        call.call().id(),
                        call.call().caller(),
                        word(call.call().line().number()),
                        word(call.call().trunk()),
                        verdict.action(),
                        call.applied(),
                        call.appliedBecause(),
                        verdict.cause(),
                        verdict.callClass(),
                        verdict.probability(),
                        symbols(verdict.symbols()),
                        call.caseNumber(),
                        verdict.version(),
                        call.took().toNanos() / 1e6);
    }

    static String ended(CallConcluded call) {
        CallEnded end = call.ended();
        return "ended call=%s caller=%s line=%s trunk=%s way=%s answered=%ds agent=%s talk=%s packets=%s side=%s outcome=%s because=\"%s\""
                .formatted(
                        end.id(),
                        call.caller(),
                        word(call.line()),
                        word(call.trunk()),
                        way(end.way()),
                        end.answered().toSeconds(),
                        word(end.agent()),
                        end.withAgent().map(talk -> talk.toSeconds() + "s").orElse("-"),
                        end.packets().isPresent() ? Long.toString(end.packets().getAsLong()) : "-",
                        end.side().name().toLowerCase(Locale.ROOT),
                        call.outcome(),
                        call.because());
    }

    private static String symbols(List<Symbol> symbols) {
        return symbols.stream()
                .map(symbol ->
                        String.format(Locale.ROOT, "%s(%+.2f){%s}", symbol.name(), symbol.counted(), symbol.reason()))
                .collect(Collectors.joining(" "));
    }

    private static String way(List<WayStep> way) {
        return way.isEmpty() ? "-" : way.stream().map(WayStep::name).collect(Collectors.joining("-"));
    }

    /** A word that cannot break a line or a field: each other character becomes {@code ?}. */
    private static String word(String text) {
        return text.isEmpty() ? "-" : UNSAFE.matcher(text).replaceAll("?");
    }
}
