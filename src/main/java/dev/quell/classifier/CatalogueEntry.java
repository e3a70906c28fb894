package dev.quell.classifier;

import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * What the catalogue says about one symbol.
 *
 * @param symbol upper snake case, at most 22 characters
 * @param weight natural-log odds of a finding that counts whole; 0: shown, not counted
 * @param speaksFor the class of call that the symbol speaks for, {@link CallClass#NORMAL} for none
 * @param description in English, at most 50 characters
 * @param descriptionZh in Chinese, at most 50 characters
 * @param finding what was seen, in English, with the finding's numbers in their places
 * @param findingZh the same in Chinese
 */
public record CatalogueEntry(
        String symbol,
        Family family,
        double weight,
        CallClass speaksFor,
        String description,
        String descriptionZh,
        Wording finding,
        Wording findingZh) {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z][A-Z0-9_]{2,21}");
    private static final double STRONGEST = 10;

    public CatalogueEntry {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("a symbol is 3 to 22 of A-Z, 0-9 and _, not " + symbol);
        }
        if (!(Math.abs(weight) <= STRONGEST)) {
            throw new IllegalArgumentException("the weight of " + symbol + " must lie between -10 and 10");
        }
        if (description.isBlank() || description.length() > 50 || descriptionZh.length() > 50) {
            throw new IllegalArgumentException(symbol + " needs a description of at most 50 characters");
        }
    }

    /** What the symbol means. */
    public String description(Language language) {
        return language == Language.CHINESE ? descriptionZh : description;
    }

    /** What was seen, in words, with moments as they are to be read. */
    String words(Seen seen, Language language, DateTimeFormatter times) {
        return (language == Language.CHINESE ? findingZh : finding).of(seen, language, times);
    }

    /** Whether its rule acts by itself instead of weighing. */
    boolean actsBesideTheModel() {
        return family.actsBesideTheModel();
    }
}
