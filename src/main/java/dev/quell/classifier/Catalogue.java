package dev.quell.classifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /**
     * The same table with a site's own weights.
     *
     * @throws IllegalArgumentException if a symbol is not there or takes no weight, see {@link #refusals}
     */
    Catalogue withWeights(Map<String, Double> weights) {
        refusals(weights).forEach((symbol, why) -> {
            throw new IllegalArgumentException("quell.classifier.weights." + symbol + ": " + why);
        });
        Map<String, CatalogueEntry> changed = new LinkedHashMap<>(entries);
        weights.forEach((symbol, weight) -> changed.computeIfPresent(symbol, (name, entry) -> entry.weighing(weight)));
        return new Catalogue(changed);
    }

    /** Of a site's own weights those that cannot be, by symbol, with what would be right. */
    Map<String, String> refusals(Map<String, Double> weights) {
        Map<String, String> refused = new TreeMap<>();
        weights.forEach((symbol, weight) -> {
            try {
                weighable(symbol).weighing(weight);
            } catch (IllegalArgumentException e) {
                refused.put(symbol, String.valueOf(e.getMessage()));
            }
        });
        return refused;
    }

    private CatalogueEntry weighable(String symbol) {
        CatalogueEntry entry = find(symbol)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no such symbol; did you mean " + NearestWord.to(symbol, entries.keySet()) + "?"));
        if (entry.actsBesideTheModel()) {
            throw new IllegalArgumentException("it acts beside the model and has no weight; take it out of the list");
        }
        return entry;
    }

    /** What is said about a symbol; empty if there is no such symbol. */
    public Optional<CatalogueEntry> find(String symbol) {
        return Optional.ofNullable(entries.get(symbol));
    }

    /** What was seen, in words; the bare numbers for a symbol that this table does not have. */
    public String words(Symbol symbol, Language language) {
        CatalogueEntry entry = entries.get(symbol.name());
        return entry == null
                ? symbol.seen().first() + " " + symbol.seen().second()
                : entry.words(symbol.seen(), language);
    }

    /** Every symbol in the order of the file. */
    public Collection<CatalogueEntry> entries() {
        return entries.values();
    }
}
