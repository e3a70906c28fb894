package dev.quell.security;

import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Requests of one kind, and whom they are for.
 *
 * @param methods empty: all
 */
public record Route(Set<HttpMethod> methods, PathPattern pattern, Access access) {

    public Route {
        methods = Set.copyOf(methods);
    }

    /** Whether it means a request; whoever may GET may ask for the head alone. */
    boolean matches(HttpMethod method, PathContainer path) {
        boolean means = methods.isEmpty()
                || methods.contains(method)
                || (method.equals(HttpMethod.HEAD) && methods.contains(HttpMethod.GET));
        return means && pattern.matches(path);
    }

    /** The methods in words, {@code any} for all. */
    String verbs() {
        return Optional.of(methods)
                .filter(some -> !some.isEmpty())
                .map(some -> String.join(
                        " ", some.stream().map(HttpMethod::name).sorted().toList()))
                .orElse("any");
    }
}
