package dev.quell.deed.export;

import dev.quell.call.Printable;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.LoggedCall;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes the calls that a filter means, newest first, as they are read. */
@Component
public final class CallFiles {
    /** No file has more calls; one that ends there says so. */
    public static final int MOST = 50_000;

    private static final int PAGE = 1000;
    private static final int LONGEST = 200;

    private final CallLog log;
    private final Audit audit;

    CallFiles(CallLog log, Audit audit) {
        this.log = log;
        this.audit = audit;
    }

    /**
     * Notes in the audit log that calls leave as a file; comes before they do.
     *
     * @param fields the filter's fields, in the audit's order
     * @param query what was asked for
     */
    public void note(CallForm form, Collection<String> fields, Map<String, String> query) {
        String words = fields.stream()
                .filter(field -> !query.getOrDefault(field, "").isBlank())
                .map(field -> field + "=" + query.get(field))
                .collect(Collectors.joining(" "));
        audit.note(
                Deed.EXPORTED, "calls as " + form.suffix(), "", words.isEmpty() ? "all" : Printable.of(words, LONGEST));
    }

    /** Writes a file; one with more than {@value #MOST} calls is cut there. */
    public void write(CallFilter filter, CallForm form, Writer out) throws IOException {
        CallWriter writer = form.begin(out);
        writer.end(rows(filter, writer));
    }

    /** Writes calls; whether there were more. */
    private boolean rows(CallFilter filter, CallWriter writer) throws IOException {
        Optional<CallCursor> at = Optional.empty();
        int written = 0;
        do {
            CallPage page = log.search(new CallLog.Query(filter, at, PAGE));
            for (LoggedCall call : page.calls()) {
                writer.write(call);
            }
            written += page.calls().size();
            at = page.older();
        } while (at.isPresent() && written < MOST);
        return at.isPresent();
    }
}
