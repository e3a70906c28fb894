package dev.quell.blocklist;

import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.ServiceNumbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Numbers that no block may hit: emergency and public service numbers of the region, China's everywhere, and a site's own additions. */
@Component
public final class ProtectedNumbers {

    private final ServiceNumbers services;
    private final List<String> exact;
    private final List<String> prefixes;

    /** Those of the region, and {@code quell.blocklist.protected-numbers}: as callers are shown, or a prefix that ends in {@code *}. */
    public ProtectedNumbers(BlockListSettings settings, CallSettings calls) {
        List<String> site = settings.protectedNumbers();
        this.services = new ServiceNumbers(calls);
        this.exact = site.stream().filter(text -> !text.endsWith("*")).toList();
        this.prefixes = site.stream()
                .filter(text -> text.endsWith("*"))
                .map(text -> text.substring(0, text.length() - 1))
                .toList();
    }

    /** Whether a caller shows a number that no block may hit. */
    public boolean covers(CallerNumber caller) {
        String text = caller.toString();
        return services.isService(caller)
                || exact.contains(text)
                || prefixes.stream().anyMatch(text::startsWith);
    }

    /** Whether no block of a pattern may be made. Of a prefix its bare digits are looked at, as a wider one is guarded when it matches; of a range every number. */
    public boolean isRefused(ListPattern pattern) {
        return switch (pattern) {
            case ListPattern.Exact(CallerNumber caller) -> covers(caller);
            case ListPattern.Prefix(String start) -> covers(new CallerNumber.E164(start));
            case ListPattern.Range range -> within(range).isPresent();
        };
    }

    /** A number of a range that no block may hit; empty if there is none. */
    Optional<String> within(ListPattern.Range range) {
        return exact.stream()
                .filter(number -> number.startsWith("+") && range.matches(new CallerNumber.E164(number)))
                .findFirst()
                .or(() ->
                        prefixes.stream().flatMap(start -> first(range, start)).findFirst())
                .or(() -> services.within(range.from(), range.to()));
    }

    /** The first number of a range that begins so. */
    private static Stream<String> first(ListPattern.Range range, String start) {
        int missing = range.from().length() - start.length();
        if (missing < 0 || !start.startsWith("+")) {
            return Stream.empty();
        }
        String least = start + "0".repeat(missing);
        return Stream.of(least.compareTo(range.from()) < 0 ? range.from() : least)
                .filter(number -> number.startsWith(start) && number.compareTo(range.to()) <= 0);
    }
}
