package dev.quell.call;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.google.i18n.phonenumbers.ShortNumberInfo.ShortNumberCost;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A region's short numbers of emergency and public services, in every form in which they arrive: short, with the country code, in China also with
 * country and area code. China's are listed; other regions' are those that libphonenumber knows as emergency numbers or as free of charge.
 */
public final class ServiceNumbers {

    private static final String CHINA = "CN";
    private static final Pattern CHINA_EMERGENCY = Pattern.compile("110|119|12[02]|12110|95110");
    private static final Pattern CHINA_SERVICE =
            Pattern.compile("110|119|12[02]|12110|123(?:15|20|38|45|55|56|85)|95110|100[0-9]{2}|95[356][0-9]{2}");
    private static final Pattern CHINA_CODES = Pattern.compile("(?:10|2[0-9]|[3-9][0-9]{2})([0-9]{3}|[0-9]{5})");
    private static final int LONGEST_CODE = 3;
    private static final int LONGEST_SHORT = 6;
    private static final int LONGEST_WITH_AREA = 8;

    private final ShortNumberInfo info = ShortNumberInfo.getInstance();
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;
    private final String code;
    private final Set<String> own;

    /** Those of the settings' region, and the emergency numbers that a site adds. */
    public ServiceNumbers(CallSettings settings) {
        this.region = settings.region();
        this.code = Integer.toString(numbers.getCountryCodeForRegion(region));
        this.own = settings.emergencyNumbers();
    }

    /** Whether a caller shows an emergency number of the region, or one that the site added. */
    public boolean isEmergency(CallerNumber caller) {
        if (own.contains(caller.toString())) {
            return true;
        }
        String digits = shortForm(caller);
        return !digits.isEmpty()
                && (region.equals(CHINA)
                        ? CHINA_EMERGENCY.matcher(digits).matches()
                        : info.isEmergencyNumber(digits, region));
    }

    /** Whether a caller shows an emergency number, or another short number of the region's public services; China's in their long form anywhere. */
    public boolean isService(CallerNumber caller) {
        if (isEmergency(caller) || isChinese(caller)) {
            return true;
        }
        String digits = shortForm(caller);
        return !digits.isEmpty()
                && (region.equals(CHINA) ? CHINA_SERVICE.matcher(digits).matches() : isFree(digits));
    }

    /**
     * The first number of a range that {@link #isService} or {@link #isEmergency} tells; empty if there is none. Long numbers are not looked at one by one: only the site's
     * own can be among them.
     *
     * @param from a range's first number in E.164
     * @param to its last, as long
     */
    public Optional<String> within(String from, String to) {
        Optional<String> site = own.stream()
                .filter(number ->
                        number.length() == from.length() && number.compareTo(from) >= 0 && number.compareTo(to) <= 0)
                .min(Comparator.naturalOrder());
        int digits = from.length() - 1;
        boolean possible = digits <= LONGEST_CODE + LONGEST_SHORT
                || (from.startsWith("+86") && digits <= "86".length() + LONGEST_WITH_AREA);
        return site.isPresent() || !possible
                ? site
                : LongStream.rangeClosed(
                                Long.parseLong(from, 1, from.length(), 10), Long.parseLong(to, 1, to.length(), 10))
                        .mapToObj(number -> "+" + number)
                        .filter(number -> isService(new CallerNumber.E164(number)))
                        .findFirst();
    }

    private boolean isFree(String digits) {
        if (info.isEmergencyNumber(digits, region)) {
            return true;
        }
        try {
            return info.getExpectedCostForRegion(numbers.parse(digits, region), region) == ShortNumberCost.TOLL_FREE;
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static boolean isChinese(CallerNumber caller) {
        return caller instanceof CallerNumber.E164(String number)
                && number.startsWith("+86")
                && CHINA_SERVICE.matcher(afterChinasCodes(number.substring(3))).matches();
    }

    /** The short number without country and area code; empty if it is none. */
    private String shortForm(CallerNumber caller) {
        String digits = switch (caller) {
            case CallerNumber.Internal(String bare) -> bare;
            case CallerNumber.E164(String number) -> afterCode(number.substring(1));
            case CallerNumber.Invalid(String shown) -> afterCode(shown);
            case CallerNumber.Withheld() -> "";
        };
        return digits.length() <= LONGEST_SHORT ? digits : "";
    }

    private String afterCode(String digits) {
        String rest = digits.startsWith(code) ? digits.substring(code.length()) : digits;
        return region.equals(CHINA) && rest.length() < digits.length() ? afterChinasCodes(rest) : rest;
    }

    private static String afterChinasCodes(String rest) {
        if (rest.length() > LONGEST_WITH_AREA || CHINA_SERVICE.matcher(rest).matches()) {
            return rest;
        }
        Matcher codes = CHINA_CODES.matcher(rest);
        return codes.matches() ? codes.group(1) : "";
    }
}
