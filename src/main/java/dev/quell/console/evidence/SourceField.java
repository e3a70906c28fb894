package dev.quell.console.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallerNumber;
import dev.quell.console.shell.Callers;
import dev.quell.console.sources.parts.SourceKeys;
import dev.quell.security.masking.Masking;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The source that a person writes into a field: a number in any form, a number's key in an address, or a prefix that ends in a star. */
@Component
final class SourceField {
    private final Callers callers;
    private final SourceKeys keys;

    SourceField(Callers callers, SourceKeys keys) {
        this.callers = callers;
        this.keys = keys;
    }

    /** Whom it means; empty if it can mean nobody whose records could be told apart. */
    Optional<ListPattern> read(String text) {
        String written = text.strip();
        try {
            return written.endsWith("*")
                    ? callers.readPrefix(written).map(prefix -> ListPattern.parse(prefix.start() + "*"))
                    : keys.read(written).filter(CallerNumber::identifies).map(ListPattern.Exact::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of a source as the chain tells of it, the address of its page; empty if it is a prefix, or none. */
    String address(String source) {
        try {
            return ListPattern.parse(source) instanceof ListPattern.Exact(CallerNumber caller)
                    ? keys.address(caller)
                    : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** A source as the chain tells of it, as the reader may see it. */
    static String shown(String source) {
        return Masking.text(source.startsWith("i:") ? source.substring(2) : source);
    }
}
