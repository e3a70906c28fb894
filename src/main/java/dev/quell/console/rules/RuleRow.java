package dev.quell.console.rules;

/**
 * A line of the catalogue as the page shows it.
 *
 * @param family the word of its family
 * @param acts whether its rule acts beside the model and weighs nothing
 * @param speaksFor the class of call that it speaks for
 * @param shipped the weight as shipped
 * @param file the weight of the site's file; empty if the file says nothing
 * @param saved whether a weight is saved over both
 * @param value what stands in the field
 * @param fault whether the field cannot be read
 */
public record RuleRow(
        String symbol,
        String family,
        boolean acts,
        String speaksFor,
        String description,
        String shipped,
        String file,
        boolean saved,
        String value,
        boolean fault) {}
