package dev.quell.web.problem;

import dev.quell.security.ApiSettings;
import dev.quell.security.ProblemWriter;
import dev.quell.security.Uploads;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that say they are too large before anything looks at the request, and breaks off those that did not say it when they are read. The servlet
 * container reads forms by itself, past what breaks them off, also for an error page: so a form must say how long it is, as all browsers do, and files are
 * refused where none are taken.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class BodyLimitFilter extends OncePerRequestFilter {
    private static final String IMPORT = "/import";
    /** Where a body is JSON whatever it says it is. */
    private static final String SCREEN = "/api/v1/screen";
    /** Where recordings are put. */
    private static final String RECORDINGS = "/api/v1/prompts/";

    private final BodyLimit usual;
    private final BodyLimit importing;
    private final BodyLimit files;
    private final ProblemWriter problems;

    /** @param files what a form with files may hold; by then the servlet container has read it */
    BodyLimitFilter(
            ApiSettings settings,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize files,
            ProblemWriter problems) {
        this.usual = new BodyLimit(settings.maxBody().toBytes(), "quell.api.max-body");
        this.importing = new BodyLimit(settings.maxImport().toBytes(), "quell.api.max-import");
        this.files = new BodyLimit(files.toBytes(), "spring.servlet.multipart.max-request-size");
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BodyLimit limit = limit(request);
        if (Uploads.bring(request) && !Uploads.lead(request)) {
            problems.write(
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "No files are taken here. The interface takes a body with the header Content-Type: application/json.");
        } else if (request.getContentLengthLong() > limit.bytes()) {
            problems.write(response, HttpStatus.CONTENT_TOO_LARGE, limit.words());
        } else if (isFormOfAnyLength(request)) {
            problems.write(
                    response, HttpStatus.CONTENT_TOO_LARGE, "A form must say how long it is, by Content-Length.");
        } else {
            chain.doFilter(new LimitedBody(request, limit), response);
        }
    }

    private BodyLimit limit(HttpServletRequest request) {
        if (Uploads.lead(request)) {
            return files;
        }
        if (request.getMethod().equals("PUT") && request.getRequestURI().startsWith(RECORDINGS)) {
            return files;
        }
        return request.getRequestURI().endsWith(IMPORT) ? importing : usual;
    }

    private static boolean isFormOfAnyLength(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                && !request.getRequestURI().startsWith(SCREEN);
    }
}
