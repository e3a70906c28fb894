package dev.quell.web.verdict;

import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Family;
import dev.quell.classifier.Language;
import dev.quell.classifier.Symbol;

/**
 * One piece of evidence.
 *
 * @param weight natural-log odds as configured times the finding's share
 * @param counted what of the weight entered the sum
 * @param reason what was seen, in English
 * @param reasonZh the same in Chinese
 */
public record SymbolView(String name, Family family, double weight, double counted, String reason, String reasonZh) {

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    static SymbolView of(Symbol symbol) {
        return new SymbolView(
                symbol.name(),
                symbol.family(),
                symbol.weight(),
                symbol.counted(),
                CATALOGUE.words(symbol, Language.ENGLISH),
                CATALOGUE.words(symbol, Language.CHINESE));
    }
}
