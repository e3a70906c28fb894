package dev.quell.classifier;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A set of rules with its settings.
 *
 * @param name short, as verdicts carry it; another for whatever changes verdicts
 * @param settings all of it as JSON of one form, from which a verdict can be explained later
 */
public record Version(String name, String settings) {

    /** Counts what rules find: raised with each change of a rule, of the model or of the order of precedence that changes a verdict. */
    static final int RULE_SET = 3;

    /**
     * Of rules with settings.
     *
     * @param standard made of the same settings
     * @param site whatever else of the site's settings reaches the rules
     */
    static Version of(Standard standard, ClassifierSettings settings, Map<String, ?> site) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ruleSet", RULE_SET);
        all.put("accuses", standard.accuses());
        all.put("classifier", settings);
        all.put("counted", standard.counted());
        all.put("mutes", standard.mutes());
        all.put("site", site);
        all.put("catalogue", lines(standard.catalogue().entries()));
        String json = Canonical.json(all);
        CRC32 sum = new CRC32();
        sum.update(json.getBytes(StandardCharsets.UTF_8));
        return new Version(String.format(Locale.ROOT, "r%d-%08x", RULE_SET, sum.getValue()), json);
    }

    private static List<Map<String, Object>> lines(Collection<CatalogueEntry> entries) {
        return entries.stream().map(Version::line).toList();
    }

    private static Map<String, Object> line(CatalogueEntry entry) {
        return Map.of(
                "symbol", entry.symbol(),
                "family", entry.family(),
                "weight", entry.weight(),
                "class", entry.speaksFor(),
                "description", entry.description(),
                "descriptionZh", entry.descriptionZh(),
                "finding", entry.finding().text(),
                "findingZh", entry.findingZh().text());
    }
}
