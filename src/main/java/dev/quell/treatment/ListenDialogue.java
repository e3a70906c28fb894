package dev.quell.treatment;

import dev.quell.call.Profile;
import dev.quell.treatment.Step.Finish;
import dev.quell.treatment.Step.Play;
import java.time.Duration;
import java.util.Optional;

/**
 * The dialogue with a caller who may be silent: a wait, prompts at equal distances from start to start, and the release. Speech or a key ends it at any
 * time. A caller who has just begun to make a sound is not released before the sound has ended or is known to be noise.
 *
 * <p>On a line that echoes, a prompt may come back as the caller's sound and rescue a silent caller; that errs on the caller's side.
 */
public final class ListenDialogue implements Dialogue {

    private final TreatmentSettings settings;
    private final Profile profile;
    private final Judgement judgement;
    private int played;
    private Duration due;

    /** @param profile the line's; on a protected line nobody is released */
    public ListenDialogue(TreatmentSettings settings, Profile profile) {
        this.settings = settings;
        this.profile = profile;
        this.judgement = new Judgement(settings);
        this.due = settings.listen().before();
    }

    @Override
    public Step next(Heard heard) {
        Optional<DialogueResult> result = judgement.of(heard);
        if (result.isPresent()) {
            return new Finish(result.get());
        }
        if (heard.elapsed().compareTo(due) < 0) {
            return Judgement.until(due, heard);
        }
        return played < settings.listen().prompts().size() ? prompt(heard) : end(heard);
    }

    private Step prompt(Heard heard) {
        String prompt = settings.listen().prompts().get(played++);
        due = heard.elapsed().plus(settings.listen().spacing());
        return new Play(prompt, settings.listen().promptAtMost());
    }

    private Step end(Heard heard) {
        if (heard.talk().current().isPositive()) {
            return Judgement.slice();
        }
        // Whoever is to be released must have been heard: sound came in, and it was silence.
        boolean released = profile == Profile.STANDARD && heard.packets().isPresent();
        return new Finish(released ? DialogueResult.RELEASE : DialogueResult.NOT_HEARD);
    }
}
