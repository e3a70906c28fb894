package dev.quell.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the cookies of the pages are for encrypted connections alone. */
@Component
public final class SafeCookies {

    private final boolean always;

    SafeCookies(@Value("${server.servlet.session.cookie.secure:false}") boolean always) {
        this.always = always;
    }

    /** Whether a cookie in the answer to a request is {@code Secure}: where the settings say so, and where the request came encrypted. */
    public boolean secure(HttpServletRequest request) {
        return always || request.isSecure();
    }
}
