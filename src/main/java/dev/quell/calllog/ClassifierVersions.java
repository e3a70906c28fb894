package dev.quell.calllog;

import java.util.Optional;

/** The port to the rules and settings that verdicts were made with. */
@FunctionalInterface
public interface ClassifierVersions {

    /** One version; empty if it was not kept. */
    Optional<ClassifierVersion> find(String name);
}
