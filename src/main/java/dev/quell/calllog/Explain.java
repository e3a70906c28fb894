package dev.quell.calllog;

import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.Printable;
import dev.quell.call.Words;
import dev.quell.classifier.Family;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Why a call was treated as it was, in words for an administrator, from its row of the log alone. Each line begins with a word in a column of its
 * own, lines that go on are indented:
 *
 * <pre>
 * call      pbx:1763800000.12, case 10492837
 * arrived   2026-11-20 16:00:00 +08:00
 * caller    +8613800138000 "Wang", over trunk carrier
 * line      4001, standard
 * verdict   LISTEN: to be listened to first
 *           because the rule BURST_LISTEN says so (burst of silent calls: listen first)
 *           class SILENT, 21 % likely to be a nuisance, rules r1-9c0f2a41
 * evidence  +1.52  SILENT_RATE   4 of 4 answered calls silent
 *            rule  BURST_LISTEN  4 silent calls in 30 min
 * done      LISTEN: as the verdict says
 * way       listened to with prompts; silent to the end, released
 * ended     2026-11-20 16:00:24 +08:00, answered for 21 s, 1050 packets from the caller, Asterisk or the agent hung up
 * outcome   SILENT: listened to until release: packets came and no speech
 * </pre>
 */
public final class Explain {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final int COLUMN = 10;
    private static final int NAME = 80;

    private final List<String> lines = new ArrayList<>();
    private final ZoneId zone;

    private Explain(ZoneId zone) {
        this.zone = zone;
    }

    /** The explanation, one line each; times are shown in a zone. */
    public static List<String> lines(LoggedCall call, ZoneId zone) {
        Explain explain = new Explain(zone);
        explain.who(call);
        call.verdict()
                .ifPresentOrElse(
                        verdict -> explain.decided(call, verdict),
                        () -> explain.line("verdict", "none: the call was not screened and passed"));
        explain.became(call);
        return List.copyOf(explain.lines);
    }

    /** The explanation as one text that ends with a line break. */
    public static String text(LoggedCall call, ZoneId zone) {
        return String.join("\n", lines(call, zone)) + "\n";
    }

    private void who(LoggedCall call) {
        line("call", call.id() + (call.caseNumber().isEmpty() ? "" : ", case " + call.caseNumber()));
        line("arrived", time(call.arrivedAt()));
        line(
                "caller",
                caller(call.caller()) + name(call.name()) + attested(call) + ", over trunk " + word(call.trunk()));
        line("line", word(call.line()) + (call.profile().isEmpty() ? "" : ", " + call.profile()));
    }

    private static String caller(CallerNumber caller) {
        return switch (caller) {
            case CallerNumber.E164 number -> number.number();
            case CallerNumber.Internal number -> number.digits();
            case CallerNumber.Invalid number -> "no valid number (" + number.digits() + ")";
            case CallerNumber.Withheld withheld -> "number withheld";
        };
    }

    private static String name(String name) {
        return name.isEmpty() ? "" : " \"" + Printable.of(name, NAME).replace('"', '\'') + "\"";
    }

    private static String attested(LoggedCall call) {
        return switch (call.attestation()) {
            case "NONE", "" -> "";
            case "FAILED" -> ", signed, but the signature does not hold";
            default -> ", signed with attestation " + call.attestation();
        };
    }

    private void decided(LoggedCall call, Verdict verdict) {
        line("verdict", verdict.action() + ": to be " + CauseWords.action(verdict.action()));
        line("", "because " + CauseWords.cause(verdict));
        line(
                "",
                String.format(
                        Locale.ROOT,
                        "class %s, %.0f %% likely to be a nuisance, rules %s",
                        verdict.callClass(),
                        verdict.probability() * 100,
                        word(verdict.version())));
        evidence(verdict.symbols());
        line("done", WayWords.unscreened(call.way()).orElseGet(() -> done(call, verdict)));
    }

    private static String done(LoggedCall call, Verdict verdict) {
        String instead =
                call.applied() == verdict.action() ? "" : " instead (" + CauseWords.action(call.applied()) + ")";
        return call.applied() + instead + ": " + CauseWords.applied(call.appliedBecause());
    }

    private void evidence(List<Symbol> symbols) {
        if (symbols.isEmpty()) {
            line("evidence", "none: nothing speaks for or against the caller");
        }
        int width = symbols.stream()
                .mapToInt(symbol -> symbol.name().length())
                .max()
                .orElse(0);
        String label = "evidence";
        for (Symbol symbol : symbols) {
            line(label, weight(symbol) + "  " + pad(symbol.name(), width) + "  " + why(symbol));
            label = "";
        }
    }

    private static String weight(Symbol symbol) {
        boolean acts = symbol.family() == Family.COUNTED || symbol.family() == Family.LIST;
        return acts ? " rule" : String.format(Locale.ROOT, "%+.2f", symbol.counted());
    }

    /** The finding; a weight that did not count whole is shown beside it. */
    private static String why(Symbol symbol) {
        String reason = CauseWords.seen(symbol);
        boolean whole = Math.abs(symbol.weight() - symbol.counted()) < 0.005;
        return whole
                ? reason
                : reason
                        + String.format(
                                Locale.ROOT,
                                " (of %+.2f: stronger evidence of the same kind counts first)",
                                symbol.weight());
    }

    private void became(LoggedCall call) {
        if (call.endedAt().isEmpty()) {
            line("ended", "not yet, or its end was never told");
            return;
        }
        line("way", WayWords.of(call.way()));
        line("ended", time(call.endedAt().get()) + ", " + answered(call) + packets(call) + side(call.side()));
        line("outcome", call.outcome() + ": " + Printable.of(call.outcomeBecause(), 200));
        if (!call.conduct().isEmpty()) {
            line("conduct", ConductWords.of(call.conduct()));
        }
        call.hindsight().ifPresent(verdict -> line("hindsight", hindsight(verdict)));
    }

    private static String hindsight(Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "class %s, %.0f %% likely to be a nuisance, with what was heard in the call",
                verdict.callClass(),
                verdict.probability() * 100);
    }

    private static String answered(LoggedCall call) {
        if (!call.answered().isPositive()) {
            return "never answered";
        }
        String agent = call.agent().isEmpty() ? "" : " by " + word(call.agent());
        String queue = call.queue().isEmpty() ? "" : " in queue " + word(call.queue());
        String talk = call.withAgent()
                .map(time -> ", " + Words.of(time) + " with the agent")
                .orElse("");
        return "answered" + agent + queue + " for " + Words.of(call.answered()) + talk;
    }

    private static String packets(LoggedCall call) {
        return call.packets().isEmpty()
                ? ""
                : ", " + Words.count(call.packets().getAsLong(), "packet") + " from the caller";
    }

    private static String side(HangupSide side) {
        return switch (side) {
            case CALLER -> ", the caller hung up";
            case OTHER -> ", Asterisk or the agent hung up";
            case UNKNOWN -> "";
        };
    }

    private String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    private static String word(String text) {
        return text.isEmpty() ? "unknown" : Printable.of(text, NAME);
    }

    private void line(String label, String text) {
        lines.add(pad(label, COLUMN) + text);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
