package dev.quell.treatment;

import dev.quell.treatment.Step.Wait;
import java.time.Duration;
import java.util.Optional;

/** What ends any dialogue, whatever its script: speech, a key, noise, or that nothing can be heard. */
final class Judgement {

    /** Longest wait between two looks at what was heard. */
    private static final Duration SLICE = Duration.ofMillis(500);

    /** Events of a channel that was just answered may be on their way; whether the listening is whole is not asked before. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final TreatmentSettings settings;

    Judgement(TreatmentSettings settings) {
        this.settings = settings;
    }

    /** The result, if what was heard ends the dialogue now. A key counts most, and speech counts even if not all was heard. */
    Optional<DialogueResult> of(Heard heard) {
        if (heard.key()) {
            return Optional.of(DialogueResult.RESCUED_KEY);
        }
        if (heard.talk().spoke(settings.speechBurst(), settings.speechSum())) {
            return Optional.of(DialogueResult.RESCUED_SPEECH);
        }
        if (!heard.playable() || deaf(heard)) {
            return Optional.of(DialogueResult.NOT_HEARD);
        }
        if (heard.talk().current().compareTo(settings.listen().noiseAfter()) >= 0) {
            return Optional.of(DialogueResult.NOISE);
        }
        return withoutMedia(heard) ? Optional.of(DialogueResult.NO_MEDIA) : Optional.empty();
    }

    private static boolean deaf(Heard heard) {
        return !heard.talk().whole() && heard.elapsed().compareTo(SETTLING) >= 0;
    }

    private boolean withoutMedia(Heard heard) {
        return heard.elapsed().compareTo(settings.listen().noMediaAfter()) >= 0
                && heard.packets().isPresent()
                && heard.packets().getAsLong() <= 0;
    }

    /** The wait until a moment that lies ahead, or a slice of it. */
    static Wait until(Duration moment, Heard heard) {
        Duration left = moment.minus(heard.elapsed());
        return new Wait(left.compareTo(SLICE) < 0 ? left : SLICE);
    }

    /** A wait for something that has no set time. */
    static Wait slice() {
        return new Wait(SLICE);
    }
}
