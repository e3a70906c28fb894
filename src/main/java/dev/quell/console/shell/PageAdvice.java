package dev.quell.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads a page that failed to the error page; what failed inside is logged and not shown. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice({"dev.quell.console", "dev.quell.security"})
final class PageAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(PageAdvice.class);

    @ExceptionHandler
    void failed(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AccessDeniedException) {
            // The security's own filter answers to it.
            throw thrown;
        }
        if (thrown instanceof ErrorResponse known) {
            response.sendError(known.getStatusCode().value());
            return;
        }
        if (thrown instanceof TypeMismatchException) {
            // What was typed is quoted in it, and belongs in no log.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        LOG.error("A {} request for a page of the console failed", request.getMethod(), thrown);
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
}
