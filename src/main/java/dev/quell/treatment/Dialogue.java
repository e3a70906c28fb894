package dev.quell.treatment;

/** One dialogue with one caller: told what was heard, says what comes next. Pure; used by one thread. */
public sealed interface Dialogue permits ListenDialogue, ChallengeDialogue {

    /** The next step, given what was heard up to now. After a {@link Step.Finish} it must not be asked again. */
    Step next(Heard heard);
}
