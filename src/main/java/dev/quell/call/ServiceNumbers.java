package dev.quell.call;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.google.i18n.phonenumbers.ShortNumberInfo.ShortNumberCost;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
