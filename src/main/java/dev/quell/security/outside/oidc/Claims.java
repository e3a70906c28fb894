package dev.quell.security.outside.oidc;

import dev.quell.security.outside.Agents;
import dev.quell.security.outside.Outsider;
import dev.quell.security.people.Identity;
import dev.quell.security.people.Way;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Reads a person out of the provider's claims. */
final class Claims {

    private final OidcSettings settings;

    Claims(OidcSettings settings) {
        this.settings = settings;
    }

    /** The person of some claims. */
    Outsider person(OidcUser user) {
        Map<String, Object> claims = user.getClaims();
        String subject = Objects.requireNonNull(user.getSubject(), "the provider's word names nobody");
        String name = first(claims, settings.nameClaim()).orElse(subject);
        return new Outsider(
                new Identity(Way.OIDC, settings.issuer(), subject),
                name,
                first(claims, "name").orElse(name),
                settings.roles().of(texts(claims, settings.rolesClaim())),
                settings.agentClaim().isEmpty()
                        ? Optional.empty()
                        : first(claims, settings.agentClaim()).flatMap(told -> Agents.of(told, settings.agentPrefix())),
                !settings.agentClaim().isEmpty());
    }

    private static Optional<String> first(Map<String, Object> claims, String way) {
        return texts(claims, way).stream().filter(text -> !text.isBlank()).findFirst();
    }

    /** The texts of a claim: of a list each one. A name with dots that is no claim's is the way through claims in claims. */
    private static List<String> texts(Map<String, Object> claims, String way) {
        return switch (value(claims, way)) {
            case null -> List.of();
            case Collection<?> several ->
                several.stream()
                        .filter(each -> each instanceof String || each instanceof Number)
                        .map(Object::toString)
                        .toList();
            case String one -> List.of(one);
            case Number one -> List.of(one.toString());
            default -> List.of();
        };
    }

    private static @Nullable Object value(Map<?, ?> claims, String way) {
        int dot = way.indexOf('.');
        Object here = claims.get(way);
        if (here != null || dot < 0) {
            return here;
        }
        return claims.get(way.substring(0, dot)) instanceof Map<?, ?> below
                ? value(below, way.substring(dot + 1))
                : null;
    }
}
