package dev.quell.web.screen;

import dev.quell.call.CallEnded;
import dev.quell.call.CallId;
import dev.quell.call.HangupSide;
import dev.quell.call.TalkReport;
import dev.quell.call.WayStep;
import dev.quell.classifier.Action;
import dev.quell.security.people.Person;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Readers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a switch says about a call's end. */
@Component
final class EndReader {

    private static final String[] FIELDS = {
        "outcome",
        "answered",
        "withAgent",
        "speech",
        "packets",
        "side",
        "cause",
        "queue",
        "agent",
        "at",
        "channel",
        "caller",
        "line",
        "trunk"
    };
    /** An agent's flag is the agent's to raise. */
    private static final Set<WayStep> STEPS = EnumSet.complementOf(EnumSet.of(WayStep.FLAG));
    /** What may be told of a call that was never screened: nobody was treated in it. */
    private static final Set<WayStep> UNTREATED = EnumSet.of(
            WayStep.QUEUE,
            WayStep.SUPERVISOR,
            WayStep.UNSCREENED_GUARD,
            WayStep.UNSCREENED_FAILED,
            WayStep.UNSCREENED_SKIPPED,
            WayStep.UNSCREENED_DIALOGUE);

    private static final int HIGHEST_CAUSE = 999;
    private static final int MOST_STEPS = 32;

    private final Clock clock;

    EndReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was told.
     *
     * @param talk what the switch heard of the caller; {@link TalkReport#UNKNOWN} if it does not say
     * @param caller the calling number as shown, for a call that nothing is known of; empty if not told
     */
    record Told(CallEnded ended, TalkReport talk, String caller, String line, String trunk) {}

    /**
     * The end; throws with all faults.
     *
     * @param applied what the switch had been told to do; empty if nothing is known of the call
     */
    Told read(Person by, CallId id, Optional<Action> applied, ObjectNode body) {
        Input input = SwitchBody.fields(body, FIELDS);
        List<WayStep> outcome = input.optional("outcome", EndReader::steps).orElse(List.of());
        Duration answered = input.optional("answered", SwitchBody::length).orElse(Duration.ZERO);
        Optional<Duration> withAgent = input.optional("withAgent", SwitchBody::length);
        Optional<Duration> speech = input.optional("speech", SwitchBody::length);
        Optional<Integer> packets = input.optional("packets", Readers.between(0, 999_999_999));
        HangupSide side = input.optional("side", Readers.word(HangupSide.class)).orElse(HangupSide.UNKNOWN);
        int cause = input.optional("cause", Readers.between(0, HIGHEST_CAUSE)).orElse(0);
        Instant now = clock.instant();
        Instant at = input.optional("at", Readers::time)
                .filter(told -> told.isBefore(now))
                .orElse(now);
        CallEnded ended = new CallEnded(
                id,
                Optional.empty(),
                Asker.channel(by, word(input, "channel")),
                way(applied, outcome),
                answered,
                withAgent,
                side,
                cause,
                // Of a call that was never screened nothing that it sent, or did not, counts.
                packets.filter(known -> applied.isPresent())
                        .map(count -> OptionalLong.of(count.longValue()))
                        .orElseGet(OptionalLong::empty),
                word(input, "queue"),
                word(input, "agent"),
                at);
        Told told = new Told(
                ended,
                speech.map(heard -> new TalkReport(true, heard, heard, Duration.ZERO))
                        .orElse(TalkReport.UNKNOWN),
                input.optional("caller", text -> text).orElse(""),
                word(input, "line"),
                word(input, "trunk"));
        input.throwIfFaulty();
        return told;
    }

    /** The way begins with what the switch was told to do, unless it says itself how it began or that it did not get the answer. */
    private static List<WayStep> way(Optional<Action> applied, List<WayStep> outcome) {
        List<WayStep> way = outcome.stream()
                .filter(step -> applied.isPresent() || UNTREATED.contains(step))
                .collect(Collectors.toCollection(ArrayList::new));
        boolean whole =
                !way.isEmpty() && (isAction(way.getFirst()) || way.getFirst().failOpen());
        if (!whole) {
            way.addFirst(applied.map(action -> WayStep.valueOf(action.name())).orElse(WayStep.UNSCREENED_FAILED));
        }
        return way;
    }

    private static boolean isAction(WayStep step) {
        return Arrays.stream(Action.values()).anyMatch(action -> action.name().equals(step.name()));
    }

    private static List<WayStep> steps(String text) {
        String[] words = text.strip().split("[ ,]+", -1);
        if (words.length > MOST_STEPS) {
            throw new IllegalArgumentException("has more than " + MOST_STEPS + " words");
        }
        return Arrays.stream(words).map(EndReader::step).toList();
    }

    private static WayStep step(String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return STEPS.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Clean.shown(word) + " is none of " + words()));
    }

    private static String words() {
        return STEPS.stream()
                .map(step -> step.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private static String word(Input input, String field) {
        return input.optional(field, SwitchCall::word).orElse("");
    }
}
