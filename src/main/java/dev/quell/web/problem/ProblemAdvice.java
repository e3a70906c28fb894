package dev.quell.web.problem;

import dev.quell.security.Paths;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Makes a problem of every failure of a request; what failed inside is logged and not shown. */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Set<String> INTERFACES = Set.of("api", "asterisk", "actuator", "v3");
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (thrown.getRootCause() instanceof BodyTooLargeException large) {
            ProblemException problem = ProblemException.tooLarge(large.words());
            return handleExceptionInternal(problem, problem.getBody(), headers, problem.getStatusCode(), request);
        }
        ProblemException problem = ProblemException.invalid("body", unreadable(thrown.getRootCause()));
        return handleExceptionInternal(problem, problem.getBody(), headers, status, request);
    }

    /** A body that is read as it comes turned out to be too long. */
    @ExceptionHandler
    ProblemDetail tooLarge(BodyTooLargeException thrown) {
        return ProblemException.tooLarge(thrown.words()).getBody();
    }

    private static String unreadable(@Nullable Throwable cause) {
        if (cause instanceof JacksonException json && json.getLocation() != null) {
            return "is not JSON at line " + json.getLocation().getLineNr() + ", column "
                    + json.getLocation().getColumnNr() + "; send one object, each field once, such as {\"reason\":"
                    + " \"three silent calls\"}";
        }
        return "is missing or cannot be read; send one JSON object in UTF-8";
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String types = thrown.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .collect(Collectors.joining(", "));
        thrown.getBody().setDetail("Send the body with the header Content-Type: " + types + ".");
        return super.handleHttpMediaTypeNotSupported(thrown, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return nothingThere(thrown, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoHandlerFoundException(
            NoHandlerFoundException thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return nothingThere(thrown, headers, status, request);
    }

    private <F extends Exception & ErrorResponse> @Nullable ResponseEntity<Object> nothingThere(
            F thrown, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (isForPeople(request)) {
            return page(request, status);
        }
        thrown.getBody().setDetail("There is nothing at this path. The interface is described at /api/v1/openapi.");
        return handleExceptionInternal(thrown, null, headers, status, request);
    }

    /** A browser that looks for a page is shown one. */
    private static boolean isForPeople(WebRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && request instanceof ServletWebRequest web
                && web.getResponse() != null
                && !INTERFACES.contains(Paths.first(web.getRequest()));
    }

    private static @Nullable ResponseEntity<Object> page(WebRequest request, HttpStatusCode status) {
        if (request instanceof ServletWebRequest web && web.getResponse() != null) {
            try {
                web.getResponse().sendError(status.value());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return null;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException thrown,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (isForPeople(request)) {
            return page(request, status);
        }
        Set<HttpMethod> supported = Objects.requireNonNullElse(thrown.getSupportedHttpMethods(), Set.of());
        thrown.getBody()
                .setDetail("The method is not supported here; this path takes "
                        + supported.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")) + ".");
        return super.handleHttpRequestMethodNotSupported(thrown, headers, status, request);
    }

    /** Parameters that Tomcat cannot decode or that hold control characters, on open paths too: whoever sends them must not fill the log. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    @Nullable
    ResponseEntity<Object> undecodable(RuntimeException thrown, WebRequest request) {
        ProblemException problem = ProblemException.invalid(
                "query",
                "cannot be decoded or holds a control character; write each value percent-encoded in UTF-8, such as %2B for +");
        return handleExceptionInternal(problem, problem.getBody(), new HttpHeaders(), problem.getStatusCode(), request);
    }

    /** What nobody foresaw: the log has all of it, the answer where to look. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception thrown, HttpServletRequest request) {
        LOG.error("A {} request of the REST interface failed", request.getMethod(), thrown);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Quell failed at this request; its log says why. Calls are not touched by this.");
        return ResponseEntity.of(problem)
                .headers(headers -> headers.setAccept(List.of()))
                .build();
    }
}
