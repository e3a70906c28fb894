package dev.quell.evidence.pack;

/**
 * One thing that was looked at in a pack.
 *
 * @param holds whether it is as it should be
 * @param sentence what was found, in plain words, naming the file and the line
 */
public record PackFinding(boolean holds, String sentence) {}
