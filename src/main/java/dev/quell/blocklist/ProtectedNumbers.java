package dev.quell.blocklist;

import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.ServiceNumbers;
import java.util.List;
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
}
