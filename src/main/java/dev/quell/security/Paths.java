package dev.quell.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.util.ServletRequestPathUtils;

/** Paths of requests as the table of {@link Routes} and the controllers read them: decoded, whatever their characters were written as. */
public final class Paths {

    private Paths() {}

    /** The first word of a request's path; empty of {@code /}. */
    public static String first(HttpServletRequest request) {
        return ServletRequestPathUtils.parse(request).pathWithinApplication().elements().stream()
                .flatMap(element -> segment(element).stream())
                .findFirst()
                .orElse("");
    }

    /** A request's whole path. */
    public static String whole(HttpServletRequest request) {
        return ServletRequestPathUtils.parse(request).pathWithinApplication().elements().stream()
                .map(element -> segment(element).orElseGet(element::value))
                .collect(Collectors.joining());
    }

    private static Optional<String> segment(PathContainer.Element element) {
        return element instanceof PathSegment segment ? Optional.of(segment.valueToMatch()) : Optional.empty();
    }
}
