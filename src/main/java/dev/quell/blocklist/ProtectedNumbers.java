package dev.quell.blocklist;

import dev.quell.call.CallerNumber;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers that no block may hit: China's emergency and public service numbers, carriers' 100xx and banks' 953xx, 955xx, 956xx, in every form in which
 * they arrive (short, with the country code, with country and area code), and a site's own additions.
 */
public final class ProtectedNumbers {

    private static final Set<String> EMERGENCY = Set.of("110", "119", "120", "122", "12110", "95110");
    private static final Pattern SHORT =
            Pattern.compile("110|119|12[02]|12110|123(?:15|20|38|45|55|56|85)|95110|100[0-9]{2}|95[356][0-9]{2}");
    private static final Pattern WITH_CODES = Pattern.compile("\\+86(?:10|2[0-9]|[3-9][0-9]{2})?([0-9]{3}|[0-9]{5})");

    private final List<String> exact;
    private final List<String> prefixes;

    /**
     * With a site's additions.
     *
     * @param site keys such as {@code +8653188888888} or {@code i:8001}, short numbers such as {@code 8001}, or a prefix that ends in {@code *}
     */
    public ProtectedNumbers(List<String> site) {
        this.exact = site.stream().filter(text -> !text.endsWith("*")).toList();
        this.prefixes = site.stream()
                .filter(text -> text.endsWith("*"))
                .map(text -> text.substring(0, text.length() - 1))
                .toList();
    }

    /** Whether a caller shows a number that no block may hit. */
    public boolean covers(CallerNumber caller) {
        String text = caller.toString();
        return SHORT.matcher(shortForm(caller)).matches()
                || exact.contains(text)
                || prefixes.stream().anyMatch(text::startsWith);
    }

    /** Whether a caller shows an emergency number: police, fire, ambulance, traffic police. */
    public static boolean isEmergency(CallerNumber caller) {
        return EMERGENCY.contains(shortForm(caller));
    }

    /** The short number without country and area code; empty if it is none. */
    private static String shortForm(CallerNumber caller) {
        return switch (caller) {
            case CallerNumber.Internal(String digits) -> digits;
            case CallerNumber.E164(String number) -> afterCodes(number);
            case CallerNumber.Invalid(String digits) -> SHORT.matcher(digits).matches() ? digits : "";
            case CallerNumber.Withheld() -> "";
        };
    }

    private static String afterCodes(String number) {
        if (number.startsWith("+86") && SHORT.matcher(number.substring(3)).matches()) {
            return number.substring(3);
        }
        var codes = WITH_CODES.matcher(number);
        return codes.matches() ? codes.group(1) : "";
    }
}
