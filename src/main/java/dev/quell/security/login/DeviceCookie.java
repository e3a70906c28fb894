package dev.quell.security.login;

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
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A browser that an account was signed in with before: strangers who try the account's password do not slow it down. The cookie is a random number and its
 * HMAC under the password's hash, so that it holds on all instances and ends with the password.
 */
final class DeviceCookie {

    static final String NAME = "quell-device";

    private static final Duration KEPT = Duration.ofDays(180);
    private static final int RANDOM_BYTES = 16;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();

    /** What tells a browser apart that an account was signed in with; empty for a stranger. */
    Optional<String> known(HttpServletRequest request, Account account) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .filter(each -> holds(each, account))
                        .findFirst();
    }

    private static boolean holds(String value, Account account) {
        String[] parts = value.split("\\.", 2);
        return parts.length == 2
                && MessageDigest.isEqual(
                        parts[1].getBytes(StandardCharsets.UTF_8),
                        sign(parts[0], account).getBytes(StandardCharsets.UTF_8));
    }

    /** From now on the browser is known for an account. */
    void give(HttpServletRequest request, HttpServletResponse response, Account account) {
        if (known(request, account).isPresent()) {
            return;
        }
        byte[] number = new byte[RANDOM_BYTES];
        random.nextBytes(number);
        String text = TEXT.encodeToString(number);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, text + "." + sign(text, account))
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure(request.isSecure())
                        .path("/login")
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
