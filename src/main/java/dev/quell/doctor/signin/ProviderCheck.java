package dev.quell.doctor.signin;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.security.outside.oidc.ProviderLook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The provider of {@code quell.sign-in.oidc}. */
final class ProviderCheck implements Check {

    private static final Duration SOON = Duration.ofDays(14);

    private final Supplier<ProviderLook> provider;
    private final Clock clock;

    ProviderCheck(Supplier<ProviderLook> provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "OpenID Connect";
    }

    @Override
    public void look(Findings findings) {
        ProviderLook look;
        try {
            look = provider.get();
        } catch (RuntimeException e) {
            findings.fault(
                    "it cannot be asked, so nobody signs in with it; accounts with a password here can: "
                            + Trouble.words(e),
                    Trouble.advice(e, "quell.sign-in.oidc", "issuer"));
            return;
        }
        configuration(findings, look);
        client(findings, look);
        look.certificate().ifPresent(end -> certificate(findings, end));
        Roles.look(findings, look.roles(), "quell.sign-in.oidc.roles");
    }

    private static void configuration(Findings findings, ProviderLook look) {
        if (!look.named().equals(look.issuer())) {
            findings.fault(
                    "it names itself '" + look.named() + "' and the settings '" + look.issuer() + "'",
                    "write its own name, letter by letter, as quell.sign-in.oidc.issuer");
        }
        look.absent()
                .forEach(name -> findings.fault(
                        "its configuration names no " + name + " that is https, or http of this machine",
                        "look at what " + look.issuer()
                                + "/.well-known/openid-configuration says; nobody signs in without"));
        if (look.keys() == 0 || (look.keys() < 0 && !look.absent().contains("jwks_uri"))) {
            findings.fault(
                    "it shows no keys, so none of its words can be checked", "look at what its jwks_uri answers");
        } else if (look.keys() > 0) {
            findings.ok(look.issuer() + " answers, keys: " + look.keys());
        }
        if (!look.proof().orElse(true)) {
            findings.fault(
                    "it takes no proof keys of S256, which every sign-in brings",
                    "allow PKCE with S256 at the provider");
        }
        if (!look.unknown().isEmpty()) {
            findings.warn(
                    "it does not list these scopes: " + String.join(", ", look.unknown()),
                    "quell.sign-in.oidc.scopes: leave out what it does not know, or make it known there");
        }
    }

    private static void client(Findings findings, ProviderLook look) {
        look.client().ifPresent(known -> {
            if (known) {
                findings.ok("it knows this client and its secret");
            } else {
                findings.fault(
                        "it does not know this client, or another secret of it",
                        "quell.sign-in.oidc.client-id, and client-secret-file, whose first line is the secret");
            }
        });
    }

    private void certificate(Findings findings, Instant end) {
        if (end.isBefore(clock.instant().plus(SOON))) {
            findings.warn(
                    "its certificate holds until " + end,
                    "have it renewed; when it is over nobody signs in with the provider");
        }
    }
}
