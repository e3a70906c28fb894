package dev.quell.call;

/** Who ended a call. */
public enum HangupSide {
    CALLER,
    /** The agent, the dialplan or Asterisk itself. */
    OTHER,
    UNKNOWN
}
