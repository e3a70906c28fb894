package dev.quell.deed.export;

import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Verdict;
import dev.quell.security.masking.Masking;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A call's columns in files, in their order. Callers' numbers are as the reader may see them; an empty text is what is not known. */
final class CallFields {
    private static final double THOUSAND = 1000;

    private static final List<Field> ALL = List.of(
            new Field("id", call -> call.id().toString()),
            new Field("arrived", call -> call.arrivedAt().toString()),
            new Field("ended", call -> call.endedAt().map(Object::toString).orElse("")),
            new Field("caller", call -> Masking.show(call.caller())),
            new Field("name", call -> Masking.text(call.name())),
            new Field("line", LoggedCall::line),
            new Field("trunk", LoggedCall::trunk),
            new Field("attestation", LoggedCall::attestation),
            new Field("class", of(verdict -> verdict.callClass().name())),
            new Field("score", of(verdict -> Math.round(verdict.probability() * THOUSAND) / THOUSAND)),
            new Field("verdict", of(verdict -> verdict.action().name())),
            new Field("done", call -> call.applied().name()),
            new Field("case", LoggedCall::caseNumber),
            new Field("way", call -> call.way().stream().map(Enum::name).collect(Collectors.joining("-"))),
            new Field("outcome", call -> call.outcome().name()),
            new Field("answered_seconds", call -> seconds(call.answered())),
            new Field(
                    "agent_seconds",
                    call -> call.withAgent().map(CallFields::seconds).orElse("")),
            new Field("queue", LoggedCall::queue),
            new Field("agent", LoggedCall::agent),
            new Field("hung_up", call -> call.side().name().toLowerCase(Locale.ROOT)),
            new Field(
                    "packets",
                    call -> call.packets().isPresent() ? (Object) call.packets().getAsLong() : ""));

    private CallFields() {}

    private record Field(String name, Function<LoggedCall, Object> value) {}

    /** The columns' names. */
    static List<String> names() {
        return ALL.stream().map(Field::name).toList();
    }

    /** A call's texts and numbers by name, in the order of {@link #names}. */
    static Map<String, Object> of(LoggedCall call) {
        Map<String, Object> fields = new LinkedHashMap<>();
        ALL.forEach(field -> fields.put(field.name(), field.value().apply(call)));
        return fields;
    }

    private static Function<LoggedCall, Object> of(Function<Verdict, Object> value) {
        return call -> call.verdict().map(value).orElse("");
    }

    private static Object seconds(Duration time) {
        return time.toMillis() / THOUSAND;
    }
}
