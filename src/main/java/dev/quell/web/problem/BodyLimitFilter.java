package dev.quell.web.problem;

import dev.quell.security.ApiSettings;
import dev.quell.security.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that say they are too large before they are read, and breaks off those that did not say it. */
@Component
@Order(10)
final class BodyLimitFilter extends OncePerRequestFilter {
    private static final String IMPORT = "/import";
    private static final String INTERFACE = "/api/";

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
        if (request.getContentLengthLong() > limit.bytes()) {
            problems.write(response, HttpStatus.CONTENT_TOO_LARGE, limit.words());
            return;
        }
        chain.doFilter(new LimitedBody(request, limit), response);
    }

    private BodyLimit limit(HttpServletRequest request) {
        String type = request.getContentType();
        boolean form = type != null && type.startsWith("multipart/form-data");
        if (form && !request.getRequestURI().startsWith(INTERFACE)) {
            return files;
        }
        return request.getRequestURI().endsWith(IMPORT) ? importing : usual;
    }
}
