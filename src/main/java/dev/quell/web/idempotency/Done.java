package dev.quell.web.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** That a request's deed is durable, whatever becomes of its answer: then a repetition must not do it again. Noted by what would be done twice. */
public final class Done {

    private static final String NAME = Done.class.getName();

    private Done() {}

    /** The deed of the request that this thread serves is done. */
    public static void note() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NAME, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Whether a request's deed is done. */
    static boolean noted(HttpServletRequest request) {
        return request.getAttribute(NAME) != null;
    }
}
