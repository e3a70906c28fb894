package dev.quell.security.login;

import dev.quell.security.outside.ldap.LdapSettings;
import dev.quell.security.outside.oidc.OidcSettings;
import dev.quell.security.people.Way;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people call the services that they may sign in with. */
@Component
final class OutsideLabels {

    private final OidcSettings oidc;
    private final LdapSettings ldap;

    OutsideLabels(OidcSettings oidc, LdapSettings ldap) {
        this.oidc = oidc;
        this.ldap = ldap;
    }

    /** What the service of a way is called; empty if nobody signs in by it. */
    Optional<String> of(Way way) {
        return switch (way) {
            case PASSWORD -> Optional.empty();
            case OIDC -> oidc.enabled() ? Optional.of(oidc.label()) : Optional.empty();
            case LDAP -> ldap.enabled() ? Optional.of(ldap.label()) : Optional.empty();
        };
    }
}
