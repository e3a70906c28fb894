package dev.quell.web.calls;

import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Numbers;
import dev.quell.web.input.Readers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/calls}: the record of calls, newest first. */
@RestController
@RequestMapping("/api/v1/calls")
class CallsResource {
    private static final int LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final CallLog log;
    private final CallFinder finder;
    private final Numbers numbers;
    private final Clock clock;

    CallsResource(CallLog log, CallFinder finder, Numbers numbers, Clock clock) {
        this.log = log;
        this.finder = finder;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * A page of calls.
     *
     * @param before for the next page's {@code to}; absent on the last page
     */
    record Page(List<CallView> calls, @Nullable Instant before) {}

    @GetMapping
    Page list(@RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, "caller", "from", "to", "before", "limit");
        Optional<CallerNumber> caller = input.optional("caller", numbers::caller);
        Instant from = input.optional("from", Readers::time).orElse(Instant.EPOCH);
        Instant latest = clock.instant().plusMillis(1);
        Instant to = input.optional("to", Readers::time).orElse(latest);
        Instant before = input.optional("before", Readers::time).orElse(to);
        int limit = input.optional("limit", Readers.between(1, MAX_LIMIT)).orElse(LIMIT);
        if (!from.isBefore(to)) {
            input.fault("from", "is not before to");
        }
        input.throwIfFaulty();
        Instant end = before.isBefore(to) ? before : to;
        return page(log.search(new CallLog.Query(caller, from, end, limit + 1)), limit);
    }

    /** Cuts a page so that no moment with several calls lies on both sides of the cut, unless the page is that moment alone. */
    private static Page page(List<LoggedCall> found, int limit) {
        if (found.size() <= limit) {
            return new Page(views(found), null);
        }
        Instant next = found.get(limit).arrivedAt();
        List<LoggedCall> whole =
                found.stream().filter(call -> call.arrivedAt().isAfter(next)).toList();
        return whole.isEmpty()
                ? new Page(views(found.subList(0, limit)), next)
                : new Page(views(whole), next.plusMillis(1));
    }

    private static List<CallView> views(List<LoggedCall> calls) {
        return calls.stream().map(CallView::of).toList();
    }

    @GetMapping("/{reference}")
    CallView one(@PathVariable String reference) {
        return CallView.of(finder.find(reference));
    }
}
