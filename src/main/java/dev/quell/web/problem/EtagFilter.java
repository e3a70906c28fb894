package dev.quell.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives what is read an {@code ETag}, so that a program that asks again and again is told by 304 that nothing has changed. No cache keeps an answer
 * ({@code no-store}); the program itself may. Exports have none; whatever else is written as it is read turns this off for itself.
 */
@Component
@Order(30)
final class EtagFilter extends ShallowEtagHeaderFilter {

    private static final String INTERFACE = "/api/v1/";
    private static final String EXPORT = "export";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        return !HttpMethod.GET.matches(request.getMethod())
                || !path.startsWith(INTERFACE)
                || path.contains(EXPORT)
                || (query != null && query.contains("format="));
    }

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        String type = response.getContentType();
        return !response.isCommitted()
                && status == HttpServletResponse.SC_OK
                && type != null
                && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }
}
