package dev.quell.calllog;

import dev.quell.call.Conduct;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller did in a call, in plain words. */
final class ConductWords {

    private ConductWords() {}

    /** All of it, for example {@code pressed a key; spoke when asked to}. */
    static String of(Set<Conduct> conduct) {
        return conduct.stream().sorted().map(ConductWords::of).collect(Collectors.joining("; "));
    }

    private static String of(Conduct conduct) {
        return switch (conduct) {
            case PRESSED_KEY -> "pressed a key";
            case PRESSED_ASKED_KEY -> "pressed the key that was asked for";
            case REPLIED -> "spoke when asked to";
            case HUNG_UP_ON_VOICE -> "hung up within a second after an agent answered";
            case TALKED_OVER_GREETING -> "spoke from the first moment, over the greeting";
            case HARDLY_SPOKE -> "hardly spoke with the agent";
            case NEVER_PAUSED -> "made a sound that never paused";
            case SILENT_TO_PROMPTS -> "silent to all prompts";
        };
    }
}
