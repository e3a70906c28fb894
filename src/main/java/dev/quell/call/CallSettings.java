package dev.quell.call;

import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.call}: how numbers are read, what is the site's own, what trunks are believed and which lines there are.
 *
 * @param region ISO 3166 region of two letters in which a number without a country code is read
 * @param ownNumbers the site's own public numbers in E.164 form
 * @param emergencyNumbers as callers are shown, such as {@code 112} or {@code +4989112}; they always pass, beside the region's own
 * @param trunks what the trunks are believed, by the trunk's name; one that is not named is not trusted
 * @param lines lines by name; what matches none of them is handled as {@code defaultLine}
 */
@ConfigurationProperties(prefix = "quell.call", ignoreUnknownFields = false)
public record CallSettings(
        @DefaultValue("CN") String region,
        @DefaultValue Set<String> ownNumbers,
        @DefaultValue Set<String> emergencyNumbers,
        @DefaultValue Map<String, TrunkSettings> trunks,
        @DefaultValue Map<String, LineSettings> lines,
        @DefaultValue DefaultLine defaultLine) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{3,14}");
    private static final Pattern SHOWN = Pattern.compile("\\+?[0-9]{2,15}");
    private static final Pattern LINE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    public CallSettings {
        SettingFaults faults = SettingFaults.in("quell.call")
                .require(
                        Set.of(Locale.getISOCountries()).contains(region),
                        "region",
                        "'" + region + "' is no region; write two capital letters, such as CN");
        for (String number : ownNumbers) {
            faults.require(
                    E164.matcher(number).matches(),
                    "own-numbers",
                    "'" + number + "' is not + and 4 to 15 digits; write it in quotes, such as \"+8675512345678\"");
        }
        for (String number : emergencyNumbers) {
            faults.require(
                    SHOWN.matcher(number).matches(),
                    "emergency-numbers",
                    "'" + number
                            + "' is not 2 to 15 digits, with a + before a country code; write it in quotes, such as \"112\"");
        }
        for (String name : lines.keySet()) {
            faults.require(
                    LINE_NAME.matcher(name).matches(),
                    "lines",
                    "'" + name + "' is no name for a line; write 1 to 32 letters, digits, hyphens or underscores");
        }
        Lines.overlaps(lines).forEach(overlap -> faults.require(false, "lines", overlap));
        faults.throwIfAny();
        ownNumbers = Set.copyOf(ownNumbers);
        emergencyNumbers = Set.copyOf(emergencyNumbers);
        trunks = Map.copyOf(trunks);
        // keeps the file's order, for messages
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    /** Whether a caller shows one of the site's own numbers. */
    public boolean isOwn(CallerNumber number) {
        return number instanceof CallerNumber.E164(String digits) && ownNumbers.contains(digits);
    }

    /** Whether what a trunk says about identities is believed. */
    public boolean trusts(String trunk) {
        TrunkSettings known = trunks.get(trunk);
        return known != null && known.trusted();
    }

    /** Whether a trunk is believed that a call is an emergency call-back; also one that is not named. */
    public boolean believesPriority(String trunk) {
        TrunkSettings known = trunks.get(trunk);
        return known == null || known.priority() == PriorityPolicy.BELIEVED;
    }

    /** What is done with the Priority header of RFC 3261 and RFC 7090. */
    public enum PriorityPolicy {
        /** {@code psap-callback} and {@code emergency} pass. */
        BELIEVED,
        /** The header counts for nothing. */
        IGNORED
    }

    /**
     * What a trunk is believed.
     *
     * @param trusted whether its P-Asserted-Identity counts
     * @param priority whether its Priority header counts
     */
    public record TrunkSettings(
            @DefaultValue("false") boolean trusted,
            @DefaultValue("believed") PriorityPolicy priority) {}

    /**
     * One group of lines that are handled alike.
     *
     * @param numbers exact numbers as the dialplan names them, or prefixes that end in {@code *}; at least one
     */
    public record LineSettings(
            List<String> numbers,
            @DefaultValue("standard") Profile profile,
            @DefaultValue("suspects") ListenPolicy listen,
            @DefaultValue("deter") BlockedPolicy blocked) {

        public LineSettings {
            numbers = numbers == null ? List.of() : List.copyOf(numbers);
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException(
                        "a line under quell.call.lines has no numbers; give it at least one, for example numbers: [\"12355\"]");
            }
        }
    }

    /** How a number is handled that no line names. */
    public record DefaultLine(
            @DefaultValue("standard") Profile profile,
            @DefaultValue("suspects") ListenPolicy listen,
            @DefaultValue("deter") BlockedPolicy blocked) {}
}
