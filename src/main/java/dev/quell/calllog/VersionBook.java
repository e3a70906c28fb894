package dev.quell.calllog;

/** The port through which rules and settings are kept. */
public interface VersionBook extends ClassifierVersions {

    /** Keeps a version once; one that is known already stays as it is. */
    void keep(ClassifierVersion version);
}
