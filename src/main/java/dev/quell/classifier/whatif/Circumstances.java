package dev.quell.classifier.whatif;

import dev.quell.call.Line;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Profile;

/** What of the called line's settings bears on the action. */
public record Circumstances(Profile profile, ListenPolicy listen, BlockedPolicy blocked) {

    /** Those of a line. */
    public static Circumstances of(Line line) {
        return new Circumstances(line.profile(), line.listen(), line.blocked());
    }
}
