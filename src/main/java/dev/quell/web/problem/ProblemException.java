package dev.quell.web.problem;

import java.io.Serial;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that cannot be done, told to whoever made it. */
public final class ProblemException extends ErrorResponseException {
    @Serial
    private static final long serialVersionUID = 1L;

    private ProblemException(HttpStatus status, String type, String title, String detail) {
        super(status, body(status, type, title, detail), null);
    }

    private static ProblemDetail body(HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:quell:problem:" + type));
        problem.setTitle(title);
        return problem;
    }

    /** Fields are missing, unknown or not what they should be; all of them at once. */
    public static ProblemException invalid(List<FieldFault> faults) {
        String detail = faults.size() == 1
                ? faults.getFirst().field() + ": " + faults.getFirst().fault()
                : faults.size() + " faults; see faults.";
        ProblemException problem =
                new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request", "The request has faults", detail);
        problem.getBody().setProperty("faults", faults);
        return problem;
    }

    /** One field is not what it should be. */
    public static ProblemException invalid(String field, String fault) {
        return invalid(List.of(new FieldFault(field, fault)));
    }

    /** What the path names is not there. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is no such thing", detail);
    }

    /** Whoever asks may not. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "This is not for you", detail);
    }

    /** The request is sound, and what is there forbids it. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(HttpStatus.CONFLICT, "conflict", "This cannot be done", detail);
    }

    /** The same request may be made again later. */
    public static ProblemException later(String detail) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "later", "This cannot be done now", detail);
    }

    /** The body is longer than is read. */
    public static ProblemException tooLarge(String limit) {
        return new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is too large", limit);
    }
}
