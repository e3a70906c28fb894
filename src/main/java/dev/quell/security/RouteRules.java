package dev.quell.security;

import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import dev.quell.security.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

/** Lets a request through as the table of {@link Routes} says. */
public final class RouteRules implements AuthorizationManager<RequestAuthorizationContext> {
    private static final Set<Right> EVERY = Role.ADMIN.rights();

    private final Loopback loopback;

    RouteRules(HttpSettings settings) {
        this.loopback = new Loopback(settings);
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> by, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Access access = Routes.of(
                HttpMethod.valueOf(request.getMethod()),
                ServletRequestPathUtils.parse(request).pathWithinApplication());
        return new AuthorizationDecision(lets(access, request, by));
    }

    private boolean lets(Access access, HttpServletRequest request, Supplier<? extends @Nullable Authentication> by) {
        return switch (access) {
            case Access.Open() -> true;
            case Access.SignedIn() -> person(by).isPresent();
            case Access.Needs(var rights) ->
                person(by).filter(person -> person.rights().containsAll(rights)).isPresent();
            case Access.Local(var otherwise) ->
                loopback.matches(request)
                        || person(by).filter(person -> person.may(otherwise)).isPresent();
            case Access.All() ->
                person(by).filter(person -> person.rights().containsAll(EVERY)).isPresent();
        };
    }

    private static Optional<Person> person(Supplier<? extends @Nullable Authentication> by) {
        Authentication found = by.get();
        return found != null && found.isAuthenticated() && found.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }
}
