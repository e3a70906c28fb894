package dev.quell.classifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of symbols: family, weight, class and description of each, in the order of the file. */
public final class Catalogue {

    private static final String SHIPPED = "/quell/catalogue.csv";
    private static final int COLUMNS = 8;

    private final Map<String, CatalogueEntry> entries;

    private Catalogue(Map<String, CatalogueEntry> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** The table that comes with Quell. */
    public static Catalogue shipped() {
        try (InputStream in = Catalogue.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the program");
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines of {@code symbol,family,weight,class,description,描述,finding,发现}; those that are empty or begin with {@code #} are passed over. */
    static Catalogue parse(List<String> lines) {
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            CatalogueEntry entry = parse(line);
            if (entries.put(entry.symbol(), entry) != null) {
                throw new IllegalArgumentException(entry.symbol() + " is in the catalogue twice");
            }
        }
        return new Catalogue(entries);
    }

    private static CatalogueEntry parse(String line) {
        List<String> fields = List.of(line.split(",", -1));
        if (fields.size() != COLUMNS) {
            throw new IllegalArgumentException(
                    "a line of the catalogue has 8 fields, not " + fields.size() + ": " + line);
        }
        return new CatalogueEntry(
                fields.get(0),
                Family.valueOf(fields.get(1)),
                Double.parseDouble(fields.get(2)),
                CallClass.valueOf(fields.get(3)),
                fields.get(4),
                fields.get(5),
                new Wording(fields.get(6)),
                new Wording(fields.get(7)));
    }

    /** A table of these lines, for one that was kept. */
    public static Catalogue of(Collection<CatalogueEntry> lines) {
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        lines.forEach(line -> entries.put(line.symbol(), line));
        return new Catalogue(entries);
    }

    /** The same table with what a site changes of it, its weights among that. */
    public Catalogue with(ClassifierSettings settings) {
        return new CatalogueChanges(settings.weights(), settings.symbols()).of(this);
    }

    /**
     * The same table with one line changed.
     *
     * @throws IllegalArgumentException if there is no such symbol or it cannot be changed so
     */
    Catalogue changed(String symbol, SymbolSettings change) {
        CatalogueEntry entry = find(symbol)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no such symbol; did you mean " + NearestWord.to(symbol, entries.keySet()) + "?"));
        Map<String, CatalogueEntry> changed = new LinkedHashMap<>(entries);
        changed.put(symbol, change.of(entry));
        return new Catalogue(changed);
    }

    /** What is said about a symbol; empty if there is no such symbol. */
    public Optional<CatalogueEntry> find(String symbol) {
        return Optional.ofNullable(entries.get(symbol));
    }

    /** What was seen, in words; the bare numbers for a symbol that this table does not have. Moments are told in UTC, for machines. */
    public String words(Symbol symbol, Language language) {
        return words(symbol, language, DateTimeFormatter.ISO_INSTANT);
    }

    /** The same with moments as people read them. */
    public String words(Symbol symbol, Language language, DateTimeFormatter times) {
        CatalogueEntry entry = entries.get(symbol.name());
        if (entry != null && symbol.seen().equals(Seen.NOT_KEPT)) {
            return entry.description(language);
        }
        return entry == null
                ? symbol.seen().first() + " " + symbol.seen().second()
                : entry.words(symbol.seen(), language, times);
    }

    /** The symbols whose lines are such. */
    Set<String> symbols(Predicate<CatalogueEntry> such) {
        return entries.values().stream()
                .filter(such)
                .map(CatalogueEntry::symbol)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every symbol in the order of the file. */
    public Collection<CatalogueEntry> entries() {
        return entries.values();
    }
}
