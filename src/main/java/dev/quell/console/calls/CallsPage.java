package dev.quell.console.calls;

import dev.quell.call.CallOutcome;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.console.shell.Tongue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /calls}: the log, newest first. */
@Controller
class CallsPage {
    private static final int ROWS = 50;
    /** What people write who mean all numbers with an end. */
    private static final Pattern ENDING = Pattern.compile("[*.…-]+ ?[0-9 ]{2,14}|[0-9]{2,6}");

    private final CallLog log;
    private final Filters filters;
    private final CallChart chart;
    private final CallRows rows;
    private final Chips chips;
    private final Clock clock;

    CallsPage(CallLog log, Filters filters, CallChart chart, CallRows rows, Chips chips, Clock clock) {
        this.log = log;
        this.filters = filters;
        this.chart = chart;
        this.rows = rows;
        this.chips = chips;
        this.clock = clock;
    }

    @GetMapping("/calls")
    String show(@RequestParam Map<String, String> query, Locale locale, Model model) {
        Instant now = clock.instant();
        Filters.Wanted wanted = filters.read(query, now);
        CallPage page = log.search(new CallLog.Query(wanted.filter(), wanted.at(), ROWS));
        Map<String, String> fields = new TreeMap<>();
        Filters.FIELDS.forEach(field -> fields.put(field, query.getOrDefault(field, "")));
        Tongue tongue = Tongue.of(locale);
        told(wanted, fields, tongue, model);
        model.addAttribute("fields", fields)
                .addAttribute("faults", wanted.faults())
                .addAttribute("filtered", fields.values().stream().anyMatch(text -> !text.isBlank()))
                .addAttribute("classes", CallClass.values())
                .addAttribute("actions", Action.values())
                .addAttribute("outcomes", CallOutcome.values())
                .addAttribute("spans", spans(fields))
                .addAttribute("newer", page.newer().map(at -> place(fields, at)))
                .addAttribute("older", page.older().map(at -> place(fields, at)))
                .addAttribute("chart", chart.of(wanted.filter(), now))
                .addAttribute("csv", address("/calls/export.csv", fields, Optional.empty()))
                .addAttribute("json", address("/calls/export.json", fields, Optional.empty()))
                .addAttribute("rows", rows.of(page.calls(), tongue));
        return "calls/calls";
    }

    /** What was understood, and what else may have been meant. */
    private void told(Filters.Wanted wanted, Map<String, String> fields, Tongue tongue, Model model) {
        String typed = fields.getOrDefault("caller", "").strip();
        model.addAttribute("chips", chips.of(fields, wanted.faults(), wanted.filter(), tongue, CallsPage::whole))
                .addAttribute("wider", chips.wider(fields, wanted.filter(), tongue, CallsPage::whole))
                .addAttribute("meant", chips.meant(fields, CallsPage::whole).orElse(null))
                .addAttribute("whole", whole(Map.of("caller", typed)))
                .addAttribute("ending", ENDING.matcher(typed).matches());
    }

    private static String whole(Map<String, String> fields) {
        return address(fields, Optional.empty());
    }

    /**
     * A stretch of time up to now that can be chosen.
     *
     * @param word its value in the address, empty for all time
     */
    record Span(String word, String address, boolean chosen) {}

    private static List<Span> spans(Map<String, String> fields) {
        String now = fields.getOrDefault("span", "");
        boolean timed = !fields.getOrDefault("from", "").isEmpty()
                || !fields.getOrDefault("to", "").isEmpty();
        return List.of("1h", "24h", "7d", "30d", "").stream()
                .map(word -> {
                    Map<String, String> other = new TreeMap<>(fields);
                    other.keySet().removeAll(List.of("from", "to"));
                    other.put("span", word);
                    return new Span(word, address(other, Optional.empty()), word.equals(now) && !timed);
                })
                .toList();
    }

    private static String place(Map<String, String> fields, CallCursor at) {
        return address(fields, Optional.of(at.text()));
    }

    private static String address(Map<String, String> fields, Optional<String> page) {
        return address("/calls", fields, page);
    }

    private static String address(String path, Map<String, String> fields, Optional<String> page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, Object> values = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (!value.isBlank()) {
                address.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        });
        page.ifPresent(place -> address.queryParam("page", place));
        // Values are put in strictly encoded, whatever they hold.
        return address.encode().buildAndExpand(values).toUriString();
    }
}
