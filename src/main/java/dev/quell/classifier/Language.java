package dev.quell.classifier;

/** The languages in which findings are worded. */
public enum Language {
    ENGLISH,
    CHINESE
}
