package dev.quell.call;

/** What a caller did within one call, beyond its outcome. Facts of the caller's making only; nothing that was decided. */
public enum Conduct {
    /** Pressed a key. */
    PRESSED_KEY,
    /** Pressed a key when a dialogue asked for it. */
    PRESSED_ASKED_KEY,
    /** Spoke when asked to, in a dialogue. */
    REPLIED,
    /** Hung up within a second, as far as whole seconds tell, after an agent answered. */
    HUNG_UP_ON_VOICE,
    /** Began to speak within 300 ms after answer and went on for more than 5 s, then paused; heard whole. */
    TALKED_OVER_GREETING,
    /** Spoke for less than 2 % of at least 20 s with an agent, and for less than {@link TalkReport#ENOUGH}; heard whole, with packets received. */
    HARDLY_SPOKE,
    /** Made sound without a pause of 300 ms for 15 s, through our prompts. */
    NEVER_PAUSED,
    /** Not a sound to the end of the listening dialogue's prompts, with packets received. */
    SILENT_TO_PROMPTS
}
