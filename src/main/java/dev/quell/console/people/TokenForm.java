package dev.quell.console.people;

import dev.quell.console.shell.FreeText;
import dev.quell.security.tokens.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a form says of a token that shall be made. */
record TokenForm(
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable Integer days) {

    /** How many days a token may hold. */
    static final List<Integer> TERMS = List.of(30, 90, 365, 730);

    /** One into which nothing was typed yet. */
    static final TokenForm EMPTY = new TokenForm(null, null, null);

    private static final int USUAL_DAYS = 90;
    private static final int LONGEST_NAME = 60;

    /** Whether a scope is ticked. */
    public boolean has(String scope) {
        return scopes != null && scopes.contains(scope);
    }

    /** The term that is chosen. */
    public int chosen() {
        return days == null ? USUAL_DAYS : days;
    }

    /** The name in words; empty if it has a fault. */
    Optional<String> words() {
        return FreeText.read(name == null ? "" : name, LONGEST_NAME);
    }

    /** What it is for; empty if nothing is chosen. */
    Set<Scope> wanted() {
        return scopes == null
                ? Set.of()
                : scopes.stream().map(Scope::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /** How long it holds; empty if it is none of the terms. */
    Optional<Duration> term() {
        return Optional.ofNullable(days).filter(TERMS::contains).map(Duration::ofDays);
    }

    /** The key of what is wrong with it; empty if nothing is. */
    Optional<String> fault() {
        if (words().isEmpty()) {
            return Optional.of("token-name");
        }
        if (wanted().isEmpty()) {
            return Optional.of("scopes");
        }
        return term().isEmpty() ? Optional.of("term") : Optional.empty();
    }
}
