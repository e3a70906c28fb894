package dev.quell.calllog;

import dev.quell.call.WayStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A call's way in plain words. */
final class WayWords {

    private WayWords() {}

    /** The stations in order, for example {@code listened to with prompts; silent to the end, released}. */
    static String of(List<WayStep> way) {
        return way.isEmpty()
                ? "nothing was told about its way"
                : way.stream().map(WayWords::of).collect(Collectors.joining("; "));
    }

    /** That the call passed although a verdict was written down, because the answer did not reach Asterisk; empty if it did. */
    static Optional<String> unscreened(List<WayStep> way) {
        return way.stream()
                .filter(step -> step.failOpen() && step != WayStep.UNSCREENED_DIALOGUE)
                .findFirst()
                .map(step -> "PASS: " + of(step));
    }

    private static String of(WayStep step) {
        return switch (step) {
            case PASS -> "let through";
            case TAG -> "let through, with a tag for the agent";
            case CHALLENGE -> "asked to press a key or say something";
            case LISTEN -> "listened to with prompts";
            case DETER -> "sent to the deterrent queue";
            case REJECT -> "refused before answer";
            case RESCUED_KEY -> "pressed a key";
            case RESCUED_SPEECH -> "spoke";
            case NOISE -> "made a sound that never paused";
            case NOT_HEARD -> "could not be listened to";
            case PASSED -> "waited until the challenge's time was over";
            case NO_MEDIA -> "not one packet came: told of a technical fault";
            case RELEASE -> "silent to the end, released";
            case TIMEOUT -> "stayed there until the time was up";
            case KEY -> "pressed a key there";
            case FULL -> "the deterrent queue had no room";
            case LEFT -> "hung up there";
            case REDRESS -> "heard how to complain and the case number";
            case QUEUE -> "sent back to the site's queue";
            case SUPERVISOR -> "sent to the supervisor";
            case FLAG -> "flagged by the agent";
            case UNSCREENED_GUARD -> "let through unscreened, because Quell gave no answer in time";
            case UNSCREENED_FAILED -> "let through unscreened, because Quell refused or gave no usable answer";
            case UNSCREENED_SKIPPED ->
                "let through unscreened, because Quell had failed within the last seconds and was not asked";
            case UNSCREENED_DIALOGUE -> "sent to the site's queue, because the dialogue broke off";
        };
    }
}
