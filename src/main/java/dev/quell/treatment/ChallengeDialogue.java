package dev.quell.treatment;

import dev.quell.treatment.Step.Finish;
import dev.quell.treatment.Step.Play;
import java.util.Optional;

/** The dialogue with a caller who is asked for a key or a word, once. Its time over, the caller passes. */
public final class ChallengeDialogue implements Dialogue {

    private final TreatmentSettings settings;
    private final Judgement judgement;
    private boolean asked;

    public ChallengeDialogue(TreatmentSettings settings) {
        this.settings = settings;
        this.judgement = new Judgement(settings);
    }

    @Override
    public Step next(Heard heard) {
        Optional<DialogueResult> result = judgement.of(heard);
        if (result.isPresent()) {
            return new Finish(result.get());
        }
        if (!asked) {
            asked = true;
            return new Play(settings.challenge().prompt(), settings.challenge().promptAtMost());
        }
        return heard.elapsed().compareTo(settings.challenge().passAfter()) < 0
                ? Judgement.until(settings.challenge().passAfter(), heard)
                : new Finish(DialogueResult.PASSED);
    }
}
