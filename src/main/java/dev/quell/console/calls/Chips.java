package dev.quell.console.calls;

import dev.quell.call.CallerNumber;
import dev.quell.call.NumberReader;
import dev.quell.call.Printable;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallerFilter;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.security.masking.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what the log is filtered by, as it was understood, and where each filter is dropped. */
@Component
final class Chips {
    private static final List<Field> FIELDS = List.of(
            new Field("class", "calls.class", "word.class."),
            new Field("action", "calls.action", "word.action."),
            new Field("outcome", "calls.outcome", "word.outcome."),
            new Field("line", "calls.line", ""),
            new Field("trunk", "calls.trunk", ""),
            new Field("agent", "calls.agent", ""),
            new Field("least", "calls.least", ""),
            new Field("most", "calls.most", ""),
            new Field("from", "calls.from", ""),
            new Field("to", "calls.to", ""));
    private static final int LONGEST = 100;
    private static final int NEIGHBOURS = 4;
    private static final int SHORTEST = 6;

    private final Callers callers;
    private final NumberReader numbers;
    private final MessageSource texts;

    Chips(Callers callers, NumberReader numbers, MessageSource texts) {
        this.callers = callers;
        this.numbers = numbers;
        this.texts = texts;
    }

    /**
     * A field of the address.
     *
     * @param words how the keys of its values' words begin; empty if its values are shown as they are
     */
    private record Field(String name, String label, String words) {}

    /** A filter in words, or another one that may be meant, and the log's address without it or with it. */
    record Chip(String text, String address) {}

    /** One chip a field that filters. */
    List<Chip> of(
            Map<String, String> fields,
            Set<String> faults,
            CallFilter filter,
            Tongue tongue,
            Function<Map<String, String>, String> address) {
        List<Chip> chips = new ArrayList<>();
        whom(filter, tongue).ifPresent(text -> chips.add(new Chip(text, without("caller", fields, address))));
        FIELDS.forEach(field -> said(field.name(), fields, faults)
                .ifPresent(value -> chips.add(new Chip(
                        say("calls.set", tongue, say(field.label(), tongue), shown(field, value, tongue)),
                        without(field.name(), fields, address)))));
        return chips;
    }

    private static Optional<String> said(String name, Map<String, String> fields, Set<String> faults) {
        return Optional.of(fields.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty() && !faults.contains(name));
    }

    private String shown(Field field, String value, Tongue tongue) {
        return field.words().isEmpty()
                ? Printable.of(value.replaceFirst("(?<=[0-9]{2})T(?=[0-9]{2}:)", " "), LONGEST)
                : say(field.words() + value.toUpperCase(Locale.ROOT), tongue);
    }

    /** Whose calls are asked for, in words. */
    Optional<String> whom(CallFilter filter, Tongue tongue) {
        return filter.caseNumber()
                .map(number -> say("calls.set.case", tongue, number))
                .or(() -> filter.caller().map(caller -> switch (caller) {
                    case CallerFilter.Prefix(String start) -> say("calls.set.prefix", tongue, start);
                    case CallerFilter.Range(String from, String to) -> say("calls.set.range", tongue, from, to);
                    case CallerFilter.Exact(CallerNumber.Internal number) ->
                        say("calls.set.short", tongue, number.digits());
                    case CallerFilter.Exact(CallerNumber number) ->
                        say("calls.set.number", tongue, callers.show(number, tongue));
                }));
    }

    /** Where more may be found if a number has no calls: those that begin with a short one, or the neighbours of a whole one. */
    Optional<Chip> wider(
            Map<String, String> fields,
            CallFilter filter,
            Tongue tongue,
            Function<Map<String, String>, String> address) {
        return filter.caller()
                .flatMap(this::beginning)
                .filter(Masking::mayAsk)
                .map(start -> new Chip(
                        say("calls.set.prefix", tongue, start), address.apply(with("caller", start + "*", fields))));
    }

    /** What may be meant by too few digits for a number. */
    Optional<Chip> meant(Map<String, String> fields, Function<Map<String, String>, String> address) {
        return Optional.of(fields.getOrDefault("caller", ""))
                .flatMap(callers::readUnfinished)
                .map(CallerFilter.Prefix::start)
                .filter(Masking::mayAsk)
                .map(start -> start + "*")
                .map(text -> new Chip(text, address.apply(with("caller", text, fields))));
    }

    private Optional<String> beginning(CallerFilter caller) {
        return switch (caller) {
            case CallerFilter.Prefix prefix -> Optional.empty();
            case CallerFilter.Range range -> Optional.empty();
            case CallerFilter.Exact(CallerNumber.Internal number) -> numbers.readBeginning(number.digits());
            case CallerFilter.Exact(CallerNumber.E164(String number))
            when number.length() > SHORTEST + NEIGHBOURS ->
                Optional.of(number.substring(0, number.length() - NEIGHBOURS));
            case CallerFilter.Exact other -> Optional.empty();
        };
    }

    private static String without(
            String name, Map<String, String> fields, Function<Map<String, String>, String> address) {
        return address.apply(with(name, "", fields));
    }

    private static Map<String, String> with(String name, String value, Map<String, String> fields) {
        Map<String, String> other = new TreeMap<>(fields);
        other.put(name, value);
        return other;
    }

    private String say(String key, Tongue tongue, Object... values) {
        return texts.getMessage(key, values, tongue.locale());
    }
}
