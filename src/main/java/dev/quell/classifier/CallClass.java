package dev.quell.classifier;

/** What kind of call it is taken for; one each. */
public enum CallClass {
    NORMAL,
    SHORT_ABANDON,
    RING_ONCE,
    SILENT_TECHNICAL,
    SILENT,
    NOISE_OR_PLAYBACK,
    ROBOCALL,
    HIGH_FREQUENCY,
    ABUSIVE,
    SPOOF_SUSPECT,
    FLOOD,
    CALLBACK_STORM,
    PROTECTED
}
