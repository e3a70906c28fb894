package dev.quell.calllog;

import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.Printable;
import dev.quell.calllog.words.BecauseWords;
import dev.quell.calllog.words.CauseWords;
import dev.quell.calllog.words.Columns;
import dev.quell.calllog.words.Phrases;
import dev.quell.classifier.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What an explanation says about the call itself: who called, and what became of it. */
final class CallPart {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final int NAME = 80;

    private final Columns columns;
    private final Phrases phrases;
    private final CauseWords words;
    private final ZoneId zone;

    CallPart(Columns columns, Phrases phrases, CauseWords words, ZoneId zone) {
        this.columns = columns;
        this.phrases = phrases;
        this.words = words;
        this.zone = zone;
    }

    void who(LoggedCall call) {
        String id = call.id().toString();
        columns.line("call", call.caseNumber().isEmpty() ? id : phrases.say("call.case", id, call.caseNumber()));
        columns.line("arrived", time(call.arrivedAt()));
        String caller = attested(caller(call.caller()) + name(call.name()), call.attestation());
        columns.line("caller", phrases.say("caller.over", caller, word(call.trunk())));
        String line = word(call.line());
        columns.line("line", call.profile().isEmpty() ? line : phrases.say("line.of", line, profile(call.profile())));
    }

    private String profile(String profile) {
        return phrases.say("profile." + profile);
    }

    private String caller(CallerNumber caller) {
        return switch (caller) {
            case CallerNumber.E164 number -> number.number();
            case CallerNumber.Internal number -> number.digits();
            case CallerNumber.Invalid number -> phrases.say("caller.invalid", number.digits());
            case CallerNumber.Withheld withheld -> phrases.say("caller.withheld");
        };
    }

    private static String name(String name) {
        return name.isEmpty() ? "" : " \"" + Printable.of(name, NAME).replace('"', '\'') + "\"";
    }

    private String attested(String caller, String attestation) {
        return switch (attestation) {
            case "NONE", "" -> caller;
            case "FAILED" -> phrases.say("caller.failed", caller);
            default -> phrases.say("caller.attested", caller, attestation);
        };
    }

    void became(LoggedCall call) {
        if (call.endedAt().isEmpty()) {
            columns.line("ended", phrases.say("ended.not"));
            return;
        }
        columns.line("way", words.way(call.way()));
        String ended = phrases.say("ended.at", time(call.endedAt().get()), answered(call));
        columns.line("ended", side(packets(ended, call), call.side()));
        String because = BecauseWords.of(call.outcomeBecause(), phrases.language());
        columns.line("outcome", phrases.say("outcome.is", phrases.say("outcome", call.outcome()), because));
        call.conduct().stream()
                .sorted()
                .map(conduct -> phrases.say("conduct", conduct))
                .reduce((a, b) -> phrases.say("way.parted", a, b))
                .ifPresent(conduct -> columns.line("conduct", conduct));
        call.hindsight().ifPresent(this::hindsight);
    }

    private void hindsight(Verdict verdict) {
        columns.line(
                "hindsight",
                phrases.say(
                        "hindsight.is",
                        phrases.say("class", verdict.callClass()),
                        Math.round(verdict.probability() * 100)));
    }

    private String answered(LoggedCall call) {
        if (!call.answered().isPositive()) {
            return phrases.say("ended.never");
        }
        String length = phrases.language().duration(call.answered());
        String agent = Printable.of(call.agent(), NAME);
        String queue = Printable.of(call.queue(), NAME);
        String answered;
        if (agent.isEmpty()) {
            answered =
                    queue.isEmpty() ? phrases.say("ended.answered", length) : phrases.say("ended.queue", queue, length);
        } else {
            answered = queue.isEmpty()
                    ? phrases.say("ended.by", agent, length)
                    : phrases.say("ended.by-queue", agent, queue, length);
        }
        return call.withAgent()
                .map(time ->
                        phrases.say("ended.agent", answered, phrases.language().duration(time)))
                .orElse(answered);
    }

    private String packets(String ended, LoggedCall call) {
        if (call.packets().isEmpty()) {
            return ended;
        }
        long packets = call.packets().getAsLong();
        return packets == 1 ? phrases.say("ended.packet", ended) : phrases.say("ended.packets", ended, packets);
    }

    private String side(String ended, HangupSide side) {
        return switch (side) {
            case CALLER -> phrases.say("ended.caller", ended);
            case OTHER -> phrases.say("ended.other", ended);
            case UNKNOWN -> ended;
        };
    }

    private String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    private String word(String text) {
        return text.isEmpty() ? phrases.say("word.unknown") : Printable.of(text, NAME);
    }
}
