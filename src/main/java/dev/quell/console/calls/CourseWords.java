package dev.quell.console.calls;

import dev.quell.call.HangupSide;
import dev.quell.call.Printable;
import dev.quell.calllog.LoggedCall;
import dev.quell.calllog.words.BecauseWords;
import dev.quell.calllog.words.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Words what became of a logged call. */
final class CourseWords {
    private static final int LONGEST = 80;

    private CourseWords() {}

    static Why.Course of(LoggedCall call, Phrases phrases) {
        return new Why.Course(
                call.way().stream().map(step -> phrases.say("way", step)).toList(),
                call.endedAt(),
                end(call, phrases),
                BecauseWords.of(call.outcomeBecause(), phrases.language()),
                call.conduct().stream()
                        .sorted()
                        .map(seen -> phrases.say("conduct", seen))
                        .toList(),
                hindsight(call, phrases));
    }

    private static String hindsight(LoggedCall call, Phrases phrases) {
        return call.hindsight()
                .map(later -> phrases.say(
                        "hindsight.is", phrases.say("class", later.callClass()), Math.round(later.probability() * 100)))
                .orElse("");
    }

    /** How long it was answered and with whom, and who hung up. */
    private static List<String> end(LoggedCall call, Phrases phrases) {
        List<String> end = new ArrayList<>();
        end.add(
                call.answered().isZero()
                        ? phrases.say("ended.never")
                        : phrases.say("ended.answered", phrases.language().duration(call.answered())));
        call.withAgent()
                .filter(time -> !time.isZero())
                .ifPresent(time -> end.add(phrases.say(
                        "ended.agent",
                        Printable.of(call.agent(), LONGEST),
                        phrases.language().duration(time))));
        if (call.side() != HangupSide.UNKNOWN) {
            String last = end.removeLast();
            end.add(phrases.say(call.side() == HangupSide.CALLER ? "ended.caller" : "ended.other", last));
        }
        return end;
    }
}
