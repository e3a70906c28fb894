package dev.quell.security.outside.oidc;

/** Where browsers are on their way to the provider and back. */
final class OidcPaths {

    /** Leads to the provider. */
    static final String START = "/login/oidc";

    /** Where the provider leads back to, with a code. */
    static final String BACK = "/login/oidc/code";

    private OidcPaths() {}
}
