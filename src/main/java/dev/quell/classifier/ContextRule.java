package dev.quell.classifier;

/** A rule about what goes on around the call or on its way: where it finds something, other evidence proves nothing about the caller. */
public interface ContextRule extends Rule {

    /** Whether a symbol counts nothing while this rule finds something; counted rules that are muted do not act. */
    boolean mutes(CatalogueEntry entry);
}
