package dev.quell.web.input;

import dev.quell.web.problem.FieldFault;
import dev.quell.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The fields of one request, read one by one; what is wrong with them is kept and told at once. */
public final class Input {
    private final Map<String, String> fields;
    private final List<FieldFault> faults;

    Input(Map<String, String> fields, Set<String> known, List<FieldFault> faults) {
        this.fields = fields;
        this.faults = new ArrayList<>(faults);
        for (String name : new TreeSet<>(fields.keySet())) {
            if (!known.contains(name)) {
                this.faults.add(new FieldFault(Clean.shown(name), "is not known; there are " + new TreeSet<>(known)));
            }
        }
    }

    /** A field that may be absent; empty also if it has a fault. */
    public <T> Optional<T> optional(String name, Function<String, T> reader) {
        String text = fields.get(name);
        return text == null ? Optional.empty() : read(name, text, reader);
    }

    /**
     * A field that must be there; empty if it is not or has a fault, and then {@link #throwIfFaulty()} throws.
     *
     * @param expected what it takes, for the sentence that says that it is missing
     */
    public <T> Optional<T> required(String name, String expected, Function<String, T> reader) {
        if (!fields.containsKey(name)
                && faults.stream().noneMatch(fault -> fault.field().equals(name))) {
            fault(name, "is missing; it takes " + expected);
        }
        return optional(name, reader);
    }

    /** A part of the path; empty if it has a fault. */
    public <T> Optional<T> part(String name, String text, Function<String, T> reader) {
        return read(name, text, reader);
    }

    private <T> Optional<T> read(String name, String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            fault(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Whether a field is there, sound or not. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Notes a fault. */
    public void fault(String field, String fault) {
        faults.add(new FieldFault(field, fault));
    }

    /**
     * Ends the reading.
     *
     * @throws ProblemException with all faults, if there are any
     */
    public void throwIfFaulty() {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(List.copyOf(faults));
        }
    }
}
