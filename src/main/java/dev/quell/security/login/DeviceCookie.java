package dev.quell.security.login;

import dev.quell.security.SafeCookies;
import dev.quell.security.people.Account;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * A browser that accounts were signed in with before: strangers who try such an account's password do not slow it down. The cookie has a mark for each of the
 * last few accounts: a random number and its HMAC under the hash of the account's password, so that it holds on all instances and ends with the password.
 */
@Component
final class DeviceCookie {

    static final String NAME = "quell-device";

    /** How many accounts a browser is known for: the shifts of a desk. */
    static final int MOST = 5;

    private static final Duration KEPT = Duration.ofDays(180);
    private static final int RANDOM_BYTES = 16;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern MARK = Pattern.compile("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");
    private static final String BETWEEN = "~";

    private final SecureRandom random = new SecureRandom();
    private final SafeCookies safe;

    DeviceCookie(SafeCookies safe) {
        this.safe = safe;
    }

    /** What tells a browser apart that an account was signed in with; empty for a stranger. */
    Optional<String> known(HttpServletRequest request, Account account) {
        return marks(request).stream().filter(each -> holds(each, account)).findFirst();
    }

    private static List<String> marks(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? List.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .flatMap(cookie -> Arrays.stream(cookie.getValue().split(BETWEEN, MOST + 1)))
                        .filter(mark -> MARK.matcher(mark).matches())
                        .limit(MOST)
                        .toList();
    }

    private static boolean holds(String mark, Account account) {
        String[] parts = mark.split("\\.", 2);
        return MessageDigest.isEqual(
                parts[1].getBytes(StandardCharsets.UTF_8),
                sign(parts[0], account).getBytes(StandardCharsets.UTF_8));
    }

    /** From now on the browser is known for an account, beside those that it was known for last. */
    void give(HttpServletRequest request, HttpServletResponse response, Account account) {
        if (known(request, account).isPresent()) {
            return;
        }
        byte[] number = new byte[RANDOM_BYTES];
        random.nextBytes(number);
        String text = TEXT.encodeToString(number);
        String marks = Stream.concat(Stream.of(text + "." + sign(text, account)), marks(request).stream())
                .limit(MOST)
                .collect(Collectors.joining(BETWEEN));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, marks)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure(safe.secure(request))
                        .path("/")
                        .maxAge(KEPT)
                        .build()
                        .toString());
    }

    private static String sign(String number, Account account) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(account.password().encoded().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return TEXT.encodeToString(
                    mac.doFinal(("device " + account.name() + " " + number).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
