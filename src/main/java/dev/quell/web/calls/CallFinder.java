package dev.quell.web.calls;

import dev.quell.call.CallId;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import dev.quell.web.problem.ProblemException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds a call by what people have of it: its id or its case number. */
@Component
public final class CallFinder {
    private static final Pattern CASE = Pattern.compile("[0-9]{8}");

    private final CallLog log;

    public CallFinder(CallLog log) {
        this.log = log;
    }

    /**
     * The call.
     *
     * @param reference {@code server:linkedid} or 8 digits
     * @throws ProblemException if it is neither, or there is no such call
     */
    public LoggedCall find(String reference) {
        if (CASE.matcher(reference).matches()) {
            return log.findCase(reference)
                    .orElseThrow(() -> ProblemException.notFound("No call has the case number " + reference
                            + ". It is 8 digits, and calls are forgotten after quell.storage.retention.calls."));
        }
        return log.find(id(reference))
                .orElseThrow(() -> ProblemException.notFound("There is no call " + reference
                        + " in the log. Calls are forgotten after quell.storage.retention.calls."));
    }

    private static CallId id(String reference) {
        try {
            return CallId.parse(reference);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    "call",
                    "is neither an id such as pbx:1763800000.12 (server:linkedid) nor a case number of 8 digits");
        }
    }
}
